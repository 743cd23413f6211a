extension PageStyle {
  /// Paper: black on white, nothing cut through, and a standing by its word and its frame alone.
  static let print = """
    @media print {
      :root {
        color-scheme: light;
        --paper: #fff; --ink: #000; --quiet: #333; --line: #999; --raised: #fff; --link: #000;
        --seal: #000; --mark: #fff; --sample: #000; --sample-ground: #fff; --reported: #000;
        --reported-ground: #fff; --enacted: #000; --enacted-ground: #fff;
      }
      html { font-size: 10pt; }
      .sheet { max-width: none; padding: 0; }
      .columns { display: block; }
      .skip { display: none; }
      nav { position: static; max-height: none; overflow: visible; columns: 2; break-after: auto; }
      nav h2 { column-span: all; }
      nav a { padding: 0.05rem 0; }
      header h1 { font-size: 18pt; }
      h2, h3, h4, h5, h6, caption, .notes, .kind, .pair:has(+ .rule), thead {
        break-after: avoid;
      }
      tr, li, dd, dt, .pair, .basis, .kind, .card > div, .about > div, pre, caption, .scroll {
        break-inside: avoid;
      }
      li:has(ol), .scroll.long { break-inside: auto; }
      thead { display: table-header-group; }
      .scroll { overflow: visible; }
      table { min-width: 0; font-size: 8.5pt; width: 100%; }
      th, td { padding: 1.2mm 1.6mm; min-width: 0; overflow-wrap: anywhere; }
      th.name, td.long { min-width: 0; }
      p { orphans: 3; widows: 3; }
      .about > div { display: grid; grid-template-columns: 32mm minmax(0, 1fr); gap: 0 3mm; }
      .card { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .pair.wide { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 6mm; }
      .standing { background: none; font-size: 8pt; }
      .standing.sample { border: 1.2mm double #000; padding: 0 1mm; }
      .standing.sample > :lang(en) { text-transform: uppercase; }
      .basis.warns { border: 1mm double #000; }
      tr.sample td.number, tr.sample td.value { border: 0.5mm dashed #000; }
      a[rel=noreferrer]::after { content: " (" attr(href) ")"; }
      a { text-decoration-thickness: 0.3pt; }
    }

    """
}
