/// What `Samples.everything` reads like.
enum TextSamples {
  static let english = """
    陈志远 · on 2026-11-23

    Open
      ✓ Settlement by points: may declare, 0.00 points, line of 2023: 97.13 points
        (reported) · sample
        leads to      settlement
        places        a plan of 500 people
        confirmed by  employer
        equal points  all who are equal are admitted
        family        may come along: spouse; not decided yet: child (2); may not
                      come along: child (1)

    Undetermined
      ? Joining family: not decided yet
        missing  social insurance (public service)

    Closed
      ✗ Talent by points: may not declare; would have 87.50 points
      ✗ Graduates: closed

    What to do now
      ✓ Settlement by points
        declare         closed on 2023-06-04 20:00 (round 2023); no later round is
                        announced · sample
        first           confirmation by employer
        apply at        the points system · Article 2
        papers          identity card · Article 8
        perhaps         lease (if tenure: rented) · Article 8
        decided within  15 days · Article 6

    By these measures, each with the day of its version
      [1] Measures for Settlement by Points · 2021-01-01
      [2] Measures for the Residence Permit · 2016-01-01

      sample    a stand-in of ours, because the official value is not public
      reported  a named source says so

    Reasons

      Settlement by points · [1] Article 2
      ✓ met      has a stable life here
                 Article 3 (1) · any of
        ✓ met      stable employment
                   Article 3 (1)(1)
        1 other is not needed
      – waived   meets the conditions of residence
                 Article 3 (2)
                 waived under Article 4: People relocated from Beijing; staff of a
                 relocated unit: yes
      ✓ met      is specially needed
                 Article 3 (3) · sample · for the office to judge · specially
                 needed: yes
      ✓ met      has none of these on record
                 Article 3 (4)
        ✓ absent   a criminal record
                   Article 3 (4)(1)
      child (1) may not come along:
        ✗ not met  lives together
                   Article 9 (1)
      child (2), not decided yet:
        ? unknown  lives together
                   Article 9 (1)

      Joining family · [1] Article 2
      ✓ met      is registered elsewhere · Article 6 (1)
      ? unknown  is in any of these cases
                 Article 6 (2)
        ? unknown  joins a spouse
                   Article 6 (2)(1)
                   missing: social insurance
        1 other is not met

      Talent by points · [1] Article 2
      ✗ not met  is a talent
                 Article 8 (1)
      1 other is met, 1 not known

      Graduates · [1] Article 2
      ✗ not met  has none of these on record
                 Article 8 (3)
        ✗ present  a criminal record
                   Article 8 (3)(1)
        1 other is absent

    Score sheet: Settlement by points · [1] Article 2
          0.00   total points · Article 5
         40.00     learning · the highest counts · Article 5
         40.00       education · Article 5
        (30.00)      title · not counted · Article 5
         60.00     employment · Article 5
         64.00       3 points a year · Article 5
                     insured months: 256 months (Article 4)
         −4.00       limited to at most 60 points · Article 5
          0.00     reserve · gives nothing: its condition is not met · Article 5
       −115.00     detentions · Article 5
         15.00     raised to at least 0 points · Article 5

    Score sheet: Talent by points · [1] Article 2
       87.50   talent points · Article 5

    Services

      Services · [2] Article 7
      ✓ open · permit state: active (公安, as of 2026-10-01)
        schooling · public service
        legal aid · public service
      – suspended · permit state: suspended (公安, as of 2026-10-01)
        licence
      ✗ closed · permit state: active (公安, as of 2026-10-01)
        housing
      ? unknown, which is not a no · missing: social insurance (public service)
        old-age care

    """

  static let chinese = """
    陈志远 · 按2026年11月23日的规定

    可以办理
      ✓ 积分落户：可以申报，0.00分，2023年度分数线97.13分（据报道） · 样例
        结果      落户
        名额      计划500人
        须经确认  用人单位
        同分      同分同落
        家属      可以随迁：配偶；还不能确定：子女（2）；不能随迁：子女（1）

    尚不能确定
      ? 亲属投靠：还不能确定
        还缺  社会保险缴费（公共服务局）

    不能办理
      ✗ 人才积分落户：不能申报；积分为87.50分
      ✗ 毕业生：不能申请

    下一步
      ✓ 积分落户
        申报时间  2023年度已于2023年6月4日 20:00截止，以后年度未见公布 · 样例
        先办      由用人单位确认
        受理      积分系统 · 第二条
        材料      居民身份证 · 第八条
        可能还需  租赁合同（若住所为租赁） · 第八条
        办理期限  15天 · 第六条

    依据的规定和施行日期
      [1] 积分落户办法 · 2021年1月1日
      [2] 居住证办法 · 2016年1月1日

      样例    官方数值尚未公开，由我们拟定
      据报道  有署明的来源这样说

    理由

      积分落户 · [1] 第二条
      ✓ 符合  稳定就业或者居住
              第三条第(1)项 · 符合其一即可
        ✓ 符合  稳定就业
                第三条第(1)项第(1)项
        其余1项不需要
      – 免除  符合居住条件
              第三条第(2)项
              依第四条免除：疏解转移人口；承接疏解单位人员：是
      ✓ 符合  确属特殊需要
              第三条第(3)项 · 样例 · 由主管机关认定 · 确属特殊需要：是
      ✓ 符合  没有下列记录
              第三条第(4)项
        ✓ 没有  犯罪记录
                第三条第(4)项第(1)项
      子女（1）不能随迁：
        ✗ 不符  共同居住生活
                第九条第(1)项
      子女（2）能否随迁还不能确定：
        ? 未知  共同居住生活
                第九条第(1)项

      亲属投靠 · [1] 第二条
      ✓ 符合  非本区户籍 · 第六条第(1)项
      ? 未知  属于下列情形之一
              第六条第(2)项
        ? 未知  投靠配偶
                第六条第(2)项第(1)项
                还缺：社会保险缴费
        其余1项不符

      人才积分落户 · [1] 第二条
      ✗ 不符  属于人才
              第八条第(1)项
      其余1项符合，1项未知

      毕业生 · [1] 第二条
      ✗ 不符  没有下列记录
              第八条第(3)项
        ✗ 存在  犯罪记录
                第八条第(3)项第(1)项
        其余1项没有

    积分明细：积分落户 · [1] 第二条
          0.00   总积分 · 第五条
         40.00     教育背景与职称 · 取最高 · 第五条
         40.00       学历 · 第五条
        (30.00)      职称 · 不计入 · 第五条
         60.00     就业 · 第五条
         64.00       每年3分 · 第五条
                     连续缴费月数：256个月（第四条）
         −4.00       按上限计：最高60分 · 第五条
          0.00     人才 · 条件不符，不计分 · 第五条
       −115.00     行政拘留 · 第五条
         15.00     按下限计：最低0分 · 第五条

    积分明细：人才积分落户 · [1] 第二条
       87.50   人才积分 · 第五条

    服务和便利

      各项服务 · [2] 第七条
      ✓ 可以享受 · 居住证状态：有效（公安，截至2026-10-01）
        义务教育 · 公共服务局
        法律援助 · 公共服务局
      – 暂停享受 · 居住证状态：中止（公安，截至2026-10-01）
        机动车驾驶证
      ✗ 不能享受 · 居住证状态：有效（公安，截至2026-10-01）
        住房保障
      ? 尚不能确定，不等于不能 · 还缺：社会保险缴费（公共服务局）
        养老服务

    """
}
