extension PageStyle {
  /// Colours, light and dark; each pair of text and ground contrasts by 4.5 to 1 or more.
  static let colours = """
    :root {
      color-scheme: light dark;
      --sans: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Source Han Sans SC",
        "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif;
      --serif: "Songti SC", STSong, "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC",
        SimSun, Georgia, serif;
      --mono: ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace;
      --paper: #fdfcf8; --ink: #1e2022; --quiet: #565b61; --line: #d8d3c7; --raised: #f5f2ea;
      --link: #0b5566; --seal: #9c2526; --mark: #fff3c4;
      --sample: #8a2b00; --sample-ground: #ffeadb;
      --reported: #1d467f; --reported-ground: #e8effa;
      --enacted: #19573a; --enacted-ground: #e3f2e9;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #15181a; --ink: #e9e6df; --quiet: #b3b1ab; --line: #3c4145; --raised: #1e2225;
        --link: #86cfe0; --seal: #f2938b; --mark: #4a3f12;
        --sample: #ffbd85; --sample-ground: #43230a;
        --reported: #adcbf7; --reported-ground: #172a46;
        --enacted: #9ddab7; --enacted-ground: #12341f;
      }
    }

    """

  /// Type: Chinese with its own leading and never slanted, English a little smaller beside it.
  static let text = """
    * { box-sizing: border-box; }
    html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--paper); color: var(--ink); font-family: var(--sans);
      line-height: 1.8; line-break: strict; overflow-wrap: anywhere; text-spacing-trim: trim-start;
    }
    :lang(en) { line-height: 1.6; }
    a, code, dd, dt, em, li, p, small, span, strong, td, th { unicode-bidi: isolate; }
    em, i, cite { font-style: normal; }
    em:lang(zh) { text-emphasis: filled dot; text-emphasis-position: under right; }
    h1, h2, h3, h4, h5, h6 {
      font-family: var(--serif); font-weight: 700; line-height: 1.4; margin: 0; text-wrap: balance;
    }
    h1 { font-size: 1.9rem; }
    h2 { font-size: 1.45rem; }
    h3 { font-size: 1.22rem; }
    h4 { font-size: 1.08rem; }
    h5, h6 { font-size: 1rem; }
    p, ol, ul, dl, blockquote, pre { margin: 0.6rem 0; }
    a { color: var(--link); text-decoration: underline; text-underline-offset: 0.18em;
      text-decoration-thickness: 0.06em; }
    a:hover { text-decoration-thickness: 0.14em; }
    a:focus-visible, [tabindex]:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px;
    }
    code { font-family: var(--mono); font-size: 0.86em; line-height: 1.6; color: var(--quiet); }
    pre {
      padding: 0.6rem 0.9rem; background: var(--raised); border-radius: 4px; white-space: pre-wrap;
    }
    strong { font-weight: 700; }
    small, .quiet { font-size: 0.86rem; color: var(--quiet); }
    blockquote { padding: 0 0 0 1rem; border-left: 3px solid var(--line); margin-left: 0; }
    .two > span { display: block; }
    .two > span + span { font-size: 0.86em; color: var(--quiet); }
    h1 .two > span + span, h2.two > span + span { font-family: var(--serif); }
    :target { background: var(--mark); scroll-margin-top: 1rem; }
    .skip { position: absolute; left: -100vw; top: 0; padding: 0.6rem 1rem; z-index: 1;
      background: var(--paper); }
    .skip:focus { left: 0; }

    """

  /// One column, from 320 pixels on; the contents stand beside the text where there is room.
  static let layout = """
    .sheet { max-width: 84rem; margin: 0 auto; padding: 1.2rem 1rem 3rem; }
    header { border-top: 5px solid var(--seal); padding-top: 1.4rem; margin-bottom: 1.6rem; }
    header h1 > span { display: block; }
    header h1 > span + span { font-size: 0.62em; font-weight: 400; color: var(--quiet);
      margin-top: 0.3rem; }
    .authority { font-size: 1.02rem; margin: 0.7rem 0 1.1rem; }
    .period { display: flex; flex-wrap: wrap; gap: 0.5rem 1.2rem; align-items: center; }
    .state {
      display: inline-block; padding: 0.1rem 0.6rem; border: 1px solid currentColor;
      border-radius: 3px; font-weight: 700; color: var(--enacted);
    }
    .state.past, .state.future { color: var(--seal); border-width: 2px; }
    .card { display: grid; gap: 0 1.4rem; grid-template-columns: minmax(0, 1fr); }
    .card > div { padding: 0.45rem 0; border-top: 1px solid var(--line); }
    .card dt { font-size: 0.86rem; color: var(--quiet); }
    .card dd { margin: 0; }
    .hash { overflow-wrap: anywhere; }
    .card ul { list-style: none; margin: 0; padding: 0; }
    .basis {
      border: 2px solid var(--line); border-radius: 6px; padding: 0.4rem 1rem 0.8rem;
      margin: 1.4rem 0 0; background: var(--raised);
    }
    .basis.warns { border: 3px solid var(--sample); }
    .basis ul { list-style: none; padding: 0; }
    .basis h2 { font-size: 1.15rem; padding-top: 0.4rem; }
    .basis li { padding: 0.25rem 0; }
    .basis .alert { font-weight: 700; color: var(--sample); }
    nav { margin: 0 0 2rem; font-size: 0.92rem; }
    nav h2 { font-size: 1.05rem; margin-bottom: 0.3rem; }
    nav ol { list-style: none; margin: 0; padding: 0; }
    nav ol ol { padding-left: 0.9rem; }
    nav a { display: block; padding: 0.28rem 0.3rem; text-decoration: none; border-radius: 3px; }
    nav a:hover { background: var(--raised); text-decoration: underline; }
    main > section > h2 {
      padding-top: 1.2rem; margin-top: 2.4rem; border-top: 2px solid var(--seal);
    }
    section > h3 { margin-top: 2.1rem; }
    section > h4 { margin-top: 1.7rem; }
    section > h5, section > h6 { margin-top: 1.4rem; }
    section > .head > a, section a.self { color: inherit; text-decoration: none; }
    a.self:hover { text-decoration: underline; }
    .pair { display: grid; gap: 0 2rem; grid-template-columns: minmax(0, 1fr); }
    .pair > div > :first-child { margin-top: 0.35rem; }
    .pair > div > :last-child { margin-bottom: 0.35rem; }
    .pair > :lang(en) { color: var(--quiet); font-size: 0.95em; line-height: 1.7; }
    .pair.wide > :lang(en) { line-height: 1.89; }
    .items .pair > div > p { margin: 0; }
    .pair > :lang(en) strong { color: var(--ink); }
    footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line);
      font-size: 0.86rem; color: var(--quiet); }
    @media (min-width: 48rem) {
      .pair.wide { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
      .card { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .sheet { padding: 2rem 2rem 4rem; }
    }
    @media (min-width: 70rem) {
      .columns { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 0 3rem; }
      nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem);
        overflow-y: auto; padding-right: 0.4rem; }
      main > section:first-child > h2 { margin-top: 0; }
    }

    """

  /// Rules: how well each is founded shows by colour, by word and by the line at its side.
  static let rules = """
    .standing {
      display: inline-block; white-space: nowrap; padding: 0 0.45em; border-radius: 3px;
      font-size: 0.8rem; line-height: 1.6; font-weight: 700; border: 1px solid currentColor;
    }
    .standing.enacted { color: var(--enacted); background: var(--enacted-ground); }
    .standing.reported { color: var(--reported); background: var(--reported-ground);
      border-style: dashed; }
    .standing.sample { color: var(--sample); background: var(--sample-ground);
      border: 3px double currentColor; letter-spacing: 0.04em; }
    .notes { margin: 0.35rem 0 0.5rem; font-size: 0.86rem; color: var(--quiet); }
    .notes > * { margin-right: 0.5em; }
    .cite { white-space: nowrap; }
    .rule { border-left: 3px solid var(--enacted); padding-left: 0.9rem; margin: 0.7rem 0 1rem; }
    .rule.reported { border-left: 3px dashed var(--reported); }
    .rule.sample { border-left: 6px double var(--sample); }
    .kind {
      border: 1px dashed var(--quiet); border-radius: 4px; padding: 0.25rem 0.8rem;
      margin: 0.6rem 0; font-size: 0.92rem; color: var(--quiet);
    }
    ol.items { list-style: none; padding: 0; margin: 0.5rem 0; }
    ol.items ol.items { margin: 0.3rem 0 0.3rem 0.2rem; padding-left: 0.9rem;
      border-left: 1px solid var(--line); }
    ol.items > li { display: grid; grid-template-columns: 2.4em minmax(0, 1fr);
      padding: 0.35rem 0; }
    ol.items .clause { font-variant-numeric: tabular-nums; color: var(--quiet); }
    .test { display: block; margin: 0.1rem 0; }
    .test code { color: var(--ink); opacity: 0.86; }
    .about { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1rem; margin: 0.8rem 0 0;
      font-size: 0.9rem; }
    .about > div { padding: 0.3rem 0; border-top: 1px solid var(--line); }
    .about dt { color: var(--quiet); font-size: 0.84rem; }
    .about dd { margin: 0; }
    .about ul { list-style: none; margin: 0; padding: 0; }
    .about ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
    .about li { padding: 0.16rem 0; }
    @media (min-width: 48rem) {
      .about > div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 1rem; }
    }

    """

  /// Tables: a region of its own that scrolls where it is too wide, so that the page never does.
  static let tables = """
    .scroll { overflow-x: auto; margin: 0.6rem 0; }
    table { border-collapse: collapse; font-size: 0.92rem; min-width: min(100%, 26rem);
      line-height: 1.5; }
    caption { text-align: left; padding: 0 0 0.5rem; color: var(--quiet); font-size: 0.88rem; }
    caption .two { display: block; }
    caption .name { color: var(--ink); font-weight: 700; }
    th, td { padding: 0.4rem 0.7rem; border-bottom: 1px solid var(--line); text-align: left;
      vertical-align: top; min-width: 3.4rem; overflow-wrap: normal; word-break: normal; }
    td.long { min-width: 9rem; }
    thead th { border-bottom: 2px solid var(--quiet); vertical-align: bottom; font-weight: 700; }
    tbody th { font-weight: 400; }
    th.name { font-weight: 700; min-width: 8rem; }
    td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
    td.number { font-weight: 700; }
    tr.sample td.number, tr.sample td.value { background: var(--sample-ground); }
    tr.now th { box-shadow: inset 4px 0 0 var(--enacted); }
    .any { color: var(--quiet); }

    """
}
