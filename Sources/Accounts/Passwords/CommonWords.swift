/// Words that people think of when they are asked for a password.
enum CommonWords {
  /// All of them, in small letters.
  static let all: Set<String> = Set(
    [
      secrets, machines, feelings, beings, nature, play, places, people, pinyin, chinese, keys,
    ].joined(separator: " ").split(separator: " ").map(String.init)
  )

  private static let secrets = """
    password passwd passw pass passphrase passcode secret secrets private login signin signon \
    letmein welcome access open enter unlock default changeme change temp temporary test tester \
    testing demo sample guest user username admin administrator root super superuser master boss \
    manager staff office work security secure safe system server service support account key code \
    word pwd pin hello hi hey ok okay yes please thanks thankyou whatever nothing something \
    anything forgot forget remember mine new old my your the this that one two three four five six \
    seven eight nine ten zero first last
    """
  private static let machines = """
    computer internet network web website online email mail phone mobile android apple iphone \
    samsung huawei xiaomi oppo lenovo windows linux ubuntu microsoft google baidu tencent alibaba \
    alipay wechat weixin taobao facebook twitter youtube amazon oracle database mysql cisco router \
    wifi wireless laptop desktop program programmer hacker matrix digital data file
    """
  private static let feelings = """
    love iloveyou loveyou loveme lover forever always baby babe honey sweet sweetheart darling dear \
    angel heart happy happiness lucky luck smile peace hope faith dream dreams freedom family home \
    friend friends friendship beautiful pretty sexy cool nice good great best perfect crazy fuck \
    fuckyou fucking shit damn hate kiss miss life money rich power winner killer trust me you i u \
    a forever and
    """
  private static let beings = """
    dragon monkey tiger lion panda eagle falcon phoenix horse dog doggy puppy cat kitty kitten bear \
    wolf shark snake rabbit bunny mouse chicken cow pig bird fish butterfly dolphin elephant \
    spider unicorn turtle fox hawk
    """
  private static let nature = """
    sun sunshine moon star stars sky sea ocean river water fire ice snow rain rainbow storm thunder \
    lightning wind earth world mountain forest tree flower rose lily cherry peach orange banana \
    lemon strawberry chocolate cookie candy coffee tea pepper cheese butter ginger sugar honey \
    spring summer autumn fall winter morning night day today january february march april may june \
    july august september october november december monday tuesday wednesday thursday friday \
    saturday sunday red blue green black white yellow purple pink silver gold golden diamond \
    crystal
    """
  private static let play = """
    football soccer baseball basketball hockey tennis golf volleyball swimming running player game \
    games gamer music guitar piano rock metal dance movie star starwars superman batman spiderman \
    ironman pokemon pikachu naruto mario zelda minecraft warcraft starcraft hunter ranger ninja \
    samurai warrior knight wizard magic shadow ghost dark devil demon hell heaven god jesus christ \
    buddha king queen prince princess hero legend champion captain soldier general pirate mustang \
    ferrari porsche mercedes toyota honda harley yamaha arsenal chelsea liverpool barcelona real \
    madrid united yankees cowboys steelers lakers
    """
  private static let places = """
    china chinese beijing shanghai guangzhou shenzhen tianjin hebei baoding rongcheng anxin \
    xionganxinqu hongkong taiwan macau nanjing hangzhou chengdu wuhan xian chongqing america london \
    paris tokyo korea japan england canada germany france russia newyork texas california
    """
  private static let people = """
    michael jennifer jordan daniel thomas robert john james david william charlie george andrew \
    joshua matthew anthony jessica ashley amanda nicole michelle jasmine melissa sarah samantha \
    hannah maggie taylor tom jerry jack peter mike kevin tony lucy lily mary alex max sam ben buddy
    """
  private static let pinyin = """
    mima woaini woaiwojia woaini woaizhongguo zhongguo nihao wode nide tamen women aini baobei \
    baobao laopo laogong mama baba erzi nver jiejie gege didi meimei yeye nainai haizi kuaile \
    xingfu pingan jiankang facai gongxi fuwa jixiang ruyi xiaoxiao xiaomi xiaoming xiaohong dalian \
    shijie tiantian meitian yongyuan tiankong taiyang yueliang xingxing haohao xuexi gongzuo \
    laoshi xuesheng daxue wangluo diannao shouji qiche fangzi juzhu juzhuzheng hukou luohu jifen \
    chengshi zhengfu bangong admin guanliyuan yonghu ceshi kefu wangba youxi buzhidao
    """
  private static let chinese = """
    密码 我爱你 你好 中国 北京 上海 平安 幸福 快乐 发财 恭喜 健康 宝贝 老婆 老公 妈妈 爸爸 \
    居住证 积分 落户 测试 管理员 用户
    """
  /// What fingers do by themselves, in pieces too short to be seen as walks.
  private static let keys = """
    qwerty qwert qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvb zxcvbnm qaz wsx edc rfv tgb yhn ujm \
    qazwsx qwe asd zxc abc abcd xyz aaa xxx qq ww aa zz poiuy lkjhg mnbvc
    """
}
