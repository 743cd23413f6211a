extension Scaffold {
  /// What the measure must decide, both sides of every limit.
  var scenarios: String {
    """
    ---
    scenarios: \(jurisdiction)/\(measure)
    on: \(from)
    ---

    <!-- Each heading is one person: the background, changed by what stands under it.
         每个标题一个人：以背景为基础，按标题下的内容改动。 -->

    # 背景 · Background

    | given | value |
    |---|---|
    | permit state | "active" |
    | education | "bachelor" |
    | veteran | false |

    | given insurance | from | to | insured place |
    |---|---|---|---|
    | (1) | \(month(paid: 12)) | none | "here" |

    # 恰好缴满一年 · Insured for exactly one year

    | expect | value |
    |---|---|
    | insured months | 12 months |
    | points plan | 500 people |
    | total points | 36 |
    | settlement by points | eligible |
    | public library | open |
    | public housing | closed |

    # 差一个月 · One month short

    | given insurance | from | to | insured place |
    |---|---|---|---|
    | (1) | \(month(paid: 11)) | none | "here" |

    | expect | value |
    |---|---|
    | settlement by points | not eligible |
    | because | Article 2 (2) |

    # 没有居住证 · No permit

    | given | value |
    |---|---|
    | permit state | "none" |

    | expect | value |
    |---|---|
    | settlement by points | not eligible |
    | because | Article 2 (1) |
    | public library | closed |

    # 恰好到上限 · Exactly at the limit

    | given | value |
    |---|---|
    | education | "master" |

    | given insurance | from | to | insured place |
    |---|---|---|---|
    | (1) | \(month(paid: 40)) | none | "here" |

    | expect | value |
    |---|---|
    | total points | 60 |

    # 超过上限 · Beyond the limit

    | given | value |
    |---|---|
    | education | "master" |

    | given insurance | from | to | insured place |
    |---|---|---|---|
    | (1) | \(month(paid: 41)) | none | "here" |

    | expect | value |
    |---|---|
    | total points | 60 |

    # 居住证状态未知 · The permit not known yet

    | given | value |
    |---|---|
    | permit state | ? |

    | expect | value |
    |---|---|
    | settlement by points | undetermined |
    | missing | permit state |

    # 无学历 · No degree

    | given | value |
    |---|---|
    | education | "none" |

    | expect | value |
    |---|---|
    | education points | 0 |
    | public housing | closed |

    # 四十分可申请公租房 · Forty points open public housing

    | given | value |
    |---|---|
    | education | "master" |

    | expect | value |
    |---|---|
    | education points | 40 |
    | public housing | open |

    # 退役军人 · A veteran

    | given | value |
    |---|---|
    | veteran | true |
    | permit state | "none" |

    | expect | value |
    |---|---|
    | settlement by points | eligible |
    | because | Article 3 |

    """
  }
}
