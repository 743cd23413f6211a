/// Chinese names as they are typed on a keyboard of Latin letters.
enum PinyinNames {
  /// The commonest surnames.
  static let surnames: Set<String> = words(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang \
    xie song tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei \
    su lv lu ding ren yao shen zhong cui tan fan liao shi jin jia xia fu fang zou xiong bai meng \
    qin qiu hou yin xue yan lei long tao shao he mao hao gu gong wan qian dai kong xiang kang chang \
    ouyang situ shangguan zhuge hong wen niu ge mo mei ning
    """
  )

  /// Syllables of given names that many people have.
  static let syllables: Set<String> = words(
    """
    wei fang na min jing li qiang lei jun yang yong yan jie juan tao ming chao xiu xia ping gang \
    gui ying hua yu xin hui jian bo bin feng lin hong mei ling lan dan xue ting ning hao tian peng \
    fei kai hai bing liang dong nan chun qiu xiao yi zi han xuan chen rui jia ya xi meng si qi zhi \
    cheng guo qing shan shu wen yun zhen zhong sheng sen song tong rong long lu lei ke jing jun xing \
    bao da fu guang hang heng kun le man mo ning pei qian ran shuo shi tai ze zhe zhuo yue yuan you
    """
  )

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
