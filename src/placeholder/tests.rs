//! What is a blank and what is not: texts of published and composed reports.

use super::PlaceholderType::*;
use super::*;

/// The blanks of `text` as (token, type); the token of a deleted figure is empty.
#[track_caller]
fn check(text: &str, expected: &[(&str, PlaceholderType)]) {
    let blanks = find(text, Surroundings::default());
    let found: Vec<_> = blanks.iter().map(|b| (b.span.of(text), b.kind)).collect();
    assert_eq!(found, expected, "{text}");
}

#[rustfmt::skip]
const FOUND: &[(&str, &[(&str, PlaceholderType)])] = &[
    ("xxxx年，农工党中央开始对口帮扶xx县。", &[("xxxx", Date), ("xx", Place)]),
    ("捐赠资金及物资折款近x.x亿元", &[("x.x", Number)]),
    ("对xx县xx个乡（镇、街道）进行智力帮扶", &[("xx", Place), ("xx", Number)]),
    ("xx职校党委书记xx说。", &[("xx", Organization), ("xx", Person)]),
    ("xxxx年x月，农工党中央", &[("xxxx", Date), ("x", Date)]),
    ("年初以来，xx紧紧围绕市委决策部署", &[("xx", Name)]),
    ("签约额 X亿元，同比增长 X%", &[("X", Number), ("X", Number)]),
    ("其中X—X 亿元项目 X项", &[("X", Number), ("X", Number), ("X", Number)]),
    ("完成财政收入XX万元", &[("XX", Number)]),
    ("深入学习贯彻党的XX大和二十届三中全会精神", &[("XX", Ordinal)]),
    ("视察xxx重要讲话精神", &[("xxx", Name)]),
    ("xx年，全县地区生产总值完成亿元。财政总收入到达亿元。", &[("xx", Date), ("", Number), ("", Number)]),
    ("财政总收入和一般预算收入分别完成亿元和亿元", &[("", Number), ("", Number)]),
    ("——年月日在山西河津第二届人民代表大会第三次会议上", &[("年月日", Date)]),
    ("200X年政研工作总结", &[("200X", Date)]),
    ("20XX年工作总结", &[("20XX", Date)]),
    ("张某某、李某因违规", &[("张某某", Person), ("李某", Person)]),
    ("某县某镇", &[("某", Place), ("某", Place)]),
    ("国发〔2022〕X号", &[("X", DocumentNumber)]),
    ("发〔2022〕__号", &[("__", DocumentNumber)]),
    ("____年__月__日", &[("____", Date), ("__", Date), ("__", Date)]),
    ("（此处填写单位名称）", &[("（此处填写单位名称）", Instruction)]),
    ("【待补充】", &[("【待补充】", Instruction)]),
    ("联系人：×××", &[("×××", Person)]),
    ("联系电话：××××××××", &[("××××××××", Phone)]),
    ("单击或点击此处输入文字。", &[("单击或点击此处输入文字。", Instruction)]),
    ("{{unit_name}}完成${num}万元", &[("{{unit_name}}", Instruction), ("${num}", Instruction)]),
    ("□□县□□镇", &[("□□", Place), ("□□", Place)]),
    ("○○县○○局", &[("○○", Place), ("○○", Organization)]),
    ("完成投资……亿元", &[("……", Number)]),
    ("完成？？个", &[("？？", Number)]),
    ("N个项目", &[("N", Number)]),
    ("138****1234", &[("138****1234", Id)]),
    ("本报记者李××", &[("××", Person)]),
    ("完成投资（　　）亿元", &[("（　　）", Number)]),
    ("（  ）人", &[("（  ）", Number)]),
    ("XX同志", &[("XX", Person)]),
    ("xx公司", &[("xx", Organization)]),
    ("×××市人民政府关于×××的通知", &[("×××", Place), ("×××", Name)]),
    ("OO县", &[("OO", Place)]),
    ("某企业因环保问题被查处", &[("某", Organization)]),
    ("尤其是在*政建设方面", &[("*", Name)]),
    ("以全市第*的优异成绩", &[("*", Ordinal)]),
    ("《**市**县产业开发区**工业园2022年度成片开发方案》", &[("**", Place), ("**", Place), ("**", Place)]),
    ("完成*农贸市场滑坡治理，*不稳定斜坡地质灾害治理项目", &[("*", Name), ("*", Name)]),
    ("为**经济社会发展作出应有的贡献", &[("**", Name)]),
    ("完成*宗用地项目（**公顷），占道经营*余次，行政处罚*余人次", &[("*", Number), ("**", Number), ("*", Number), ("*", Number)]),
    ("沿着xx高速行驶至xx站", &[("xx", Place), ("xx", Place)]),
    ("涉及资金近xx亿元，惠及xxx所学校", &[("xx", Number), ("xxx", Number)]),
    ("共签约各类X项", &[("X", Number)]),
    ("擦亮“绿美XX”底色，五年再造一个新XX", &[("XX", Name), ("XX", Name)]),
    ("xx镇承担着重要任务", &[("xx", Place)]),
    ("五句话发展思路和**六个县奋斗目标", &[("**", Name)]),
    ("xx年，全县共接待客商950余人次", &[("xx", Date)]),
    ("领导干*的述职报告", &[("*", Name)]),
    ("202X年度和20**年", &[("202X", Date), ("20**", Date)]),
    ("　　年　月　日", &[("年　月　日", Date)]),
    ("2022年  月  日", &[("  月  日", Date)]),
    ("2022年12月  日", &[("  ", Date)]),
    ("20  年  月", &[("20  ", Date), ("  ", Date)]),
    ("二〇XX年十二月", &[("二〇XX", Date)]),
    ("国发〔20XX〕X号", &[("20XX", Date), ("X", DocumentNumber)]),
    ("发〔　〕号", &[("〔　〕", DocumentNumber)]),
    ("联系人：×××　电话：××××××××", &[("×××", Person), ("××××××××", Phone)]),
    ("共排查？处", &[("？", Number)]),
    ("43012319******1234", &[("43012319******1234", Id)]),
    ("近N年来", &[("N", Number)]),
    ("王XX书记", &[("XX", Person)]),
    ("该县XX所持续优化服务", &[("XX", Organization)]),
    ("完成2*.5亿元、增长*.*%，占XX.X%", &[("2*.5", Number), ("*.*", Number), ("XX.X", Number)]),
    ("完成1*00万元，新增1__个", &[("1*00", Number), ("1__", Number)]),
    ("分别增长*%、*%和*、*个百分点", &[("*", Number), ("*", Number), ("*", Number), ("*", Number)]),
    ("三次产业结构比为**:**:**", &[("**", Number), ("**", Number), ("**", Number)]),
    ("惠及**万婴幼儿", &[("**", Number)]),
    ("完成（**）万元", &[("**", Number)]),
    ("城镇化率达到**，高于全省", &[("**", Number)]),
    ("居全国第____位", &[("____", Ordinal)]),
    ("2022年XX个人工作总结", &[("XX", Name)]),
    ("新增家国家级5G工厂、优势产业集群个。", &[("", Number), ("", Number)]),
    ("增长%、%，提高个百分点", &[("", Number), ("", Number), ("", Number)]),
    ("增长4*9%，建成4**5座", &[("4*9", Number), ("4**5", Number)]),
    ("完成？？%、？？%", &[("？？", Number), ("？？", Number)]),
    ("由家增至16家，新增省级绿色工厂家左右", &[("", Number), ("", Number)]),
    ("增长倍，与个东盟国家合作", &[("", Number), ("", Number)]),
    ("投资25l亿元", &[("25l", Number)]),
    ("附件：1.X县上半年产量统计表", &[("X", Place)]),
    ("2.X县高标准农田建设进度表", &[("X", Place)]),
    ("增长1.X%，完成2.X亿元", &[("1.X", Number), ("2.X", Number)]),
    ("依法审结张某某等人跨境电信诈骗案，查处李某受贿案", &[("张某某", Person), ("李某", Person)]),
    ("某电子企业去年招聘640名", &[("某", Organization)]),
    ("街道党工委书记 XXX", &[("XXX", Person)]),
    ("村党支部书记***带头捐款**元", &[("***", Person), ("**", Number)]),
    ("责任校长：□□□　述责述廉人：XXX", &[("□□□", Person), ("XXX", Person)]),
    ("惠及人口：**人", &[("**", Number)]),
    ("联合□□派出所、XX消防救援站", &[("□□", Organization), ("XX", Organization)]),
    ("占9X.X%，完成9X.X万元", &[("9X.X", Number), ("9X.X", Number)]),
    ("走访△△人次，讲党课△节，优良率△△.△%", &[("△△", Number), ("△", Number), ("△△.△", Number)]),
    ("△△县△△局△△△同志", &[("△△", Place), ("△△", Organization), ("△△△", Person)]),
    ("联系人：△△△，电话：△△△△△△△", &[("△△△", Person), ("△△△△△△△", Phone)]),
    ("20△△年，完成2△.5亿元", &[("20△△", Date), ("2△.5", Number)]),
    ("居全市第△位，新建▲▲公里，排查隐患▲处", &[("△", Ordinal), ("▲▲", Number), ("▲", Number)]),
    ("全场管护站出动护林员△△人次", &[("△△", Number)]),
    ("消除缺陷███处，线损率█.██%，可靠率99.9███%", &[("███", Number), ("█.██", Number), ("99.9███", Number)]),
    ("由5.2小时降到█小时，█████公司中标", &[("█", Number), ("█████", Organization)]),
    ("新建泵站■座，■■县完成■■万元", &[("■", Number), ("■■", Place), ("■■", Number)]),
    ("设置安置点··处，投入··万元，拆除##平方米", &[("··", Number), ("··", Number), ("##", Number)]),
    ("新建道路[  ]条，发表论文[]篇，改造【　】户", &[("[  ]", Number), ("[]", Number), ("【　】", Number)]),
    ("采购〔　〕批次，慰问｛ ｝户，培训{}人次", &[("〔　〕", Number), ("｛ ｝", Number), ("{}", Number)]),
    ("居全市第（  ）名", &[("（  ）", Ordinal)]),
    ("复垦｛待填｝亩，抢修{待补}处，需资金【待核实】万元", &[("｛待填｝", Number), ("{待补}", Number), ("【待核实】", Number)]),
    ("完成［待核］户，完成<数字>个，由【待补充】牵头", &[("［待核］", Number), ("<数字>", Number), ("【待补充】", Instruction)]),
    ("发送短信N万条，受灾N万人，损失约N千万元", &[("N", Number), ("N", Number), ("N", Number)]),
    ("发放宣传单N万份，共n个项目，惠及n万人次", &[("N", Number), ("n", Number), ("n", Number)]),
    ("培训N千人次，道路硬化N公里，开展检查N处", &[("N", Number), ("N", Number), ("N", Number)]),
    ("投资？？万元，发放？万份，建成??个", &[("？？", Number), ("？", Number), ("??", Number)]),
    ("罚款○○.○万元，检查〇〇〇家，督改○处", &[("○○.○", Number), ("〇〇〇", Number), ("○", Number)]),
    ("**村**组人居环境，XX农函〔2025〕##号（此处由各村补充）", &[("**", Place), ("**", Place), ("XX", Name), ("##", DocumentNumber), ("（此处由各村补充）", Instruction)]),
    ("增长百分之XX，发生率为万分之*，占百分之（  ）。", &[("XX", Number), ("*", Number), ("（  ）", Number)]),
    ("采购大米☆☆☆公斤、食用油◇◇桶", &[("☆☆☆", Number), ("◇◇", Number)]),
    ("节约开支约TBD万元，由TBD牵头", &[("TBD", Number), ("TBD", Instruction)]),
    ("接警＊＊＊起，价值＊.＊亿元", &[("＊＊＊", Number), ("＊.＊", Number)]),
];

#[rustfmt::skip]
const NONE: &[&str] = &[
    "“数据要素×”行动",
    "“1+N+X”规划体系",
    "“415X”集群",
    "“双尖双领+X”项目",
    "“7×24小时”",
    "4×4",
    "200×300mm",
    "3*5=15",
    "5*8小时工作制",
    "X光检查",
    "XXL码",
    "A×B",
    "二○三五年",
    "二〇二二年",
    "□是 □否",
    "* 第一项工作",
    "在某种程度上",
    "针对某一类安全风险",
    "某些部门",
    "N95口罩",
    "“N个1”机制",
    "O型血",
    "GDP",
    "NO.1",
    "会议时间待定",
    "有待核实",
    "黄河“几字弯”",
    "3 * 5 = 15",
    "打开*.doc文件",
    "*注：数据为初步统计",
    "姓名*：",
    "按*号键",
    "长×宽×高",
    "数据要素×行动",
    "对的打√，错的打×",
    "Model X上市",
    "def __init__",
    "* * *",
    "________",
    "●县城建设",
    "（一）○加强学习",
    "二十○年",
    "出生年月日",
    "2022年12月20日",
    "每月日均",
    "税收突破万亿元。",
    "户均增收万元，",
    "亿元以上项目",
    "走进千家万户，走进万家。",
    "同比增长%",
    "建设国家、企业家、科学家队伍",
    "延伸产业链条，强化保障条件、改善条件",
    "这个、那个、各个，每个。",
    "小微个”",
    "周转量达到三十二亿吨公里；",
    "【时间】3月5日",
    "[单位](https://a.cn)",
    "有待补充完善",
    "（补充协议）",
    "（略有下降）",
    "某市场主体、某地点",
    "任某种职务",
    "年月日和编号按要求填写。",
    "某些企业、某个企业、某一类企业家",
    "有关某某问题",
    "版本1.x",
    "怎么办？人人有责",
    "改造道路、管网……成效明显",
    "投资1100多万元",
    "；犬?水灌区开工建设",
    "不等边△的内角和",
    "△ABC与△DEF全等",
    "▲ 重点工作推进有力",
    "▲个人荣誉",
    "▲处理信访问题",
    "▲▲▲",
    "△3.2%",
    "利润▲1260万元",
    "☆个人荣誉",
    "评定为☆☆☆级",
    "建成★★★★★酒店",
    "成绩突出★ 处理信访",
    "◆项目建设",
    "进度███░░",
    "██████████",
    "■ 阵地建设",
    "■个人荣誉",
    "；■处理群众来信",
    "目标任务（■ 已完成）",
    "## 重点工作",
    "3##楼",
    "#个人所得税#话题",
    "建筑·个人作品",
    "爱德华··斯诺",
    "见文献[1]、[12]",
    "- [ ] 核对名单",
    "[ ] 核对名单",
    "let v = f[]; g{}",
    "return {};",
    "【关键词】科研；管理",
    "【提示】个别单位",
    "{a}个",
    "N次方",
    "第N次强调",
    "任意N个元素",
    "n个变量的方程",
    "n型半导体材料",
    "N型TOPCon电池",
    "四加N机制、1+N项措施",
    "5N级高纯硅",
    "N元一次方程",
    "NO和N元素",
    "（待填写完毕后上交）",
    "□ 人员到岗",
];

#[test]
fn blanks_of_reports() {
    for (text, expected) in FOUND {
        check(text, expected);
    }
}

#[test]
fn what_looks_like_a_blank() {
    for text in NONE {
        check(text, &[]);
    }
}

/// In Markdown `**…**` is emphasis, except where a name or a figure is missing.
#[test]
fn markdown_emphasis() {
    let markdown = Surroundings { markdown: true, opaque: &[] };
    let tokens = |text: &str| find(text, markdown).len();
    assert_eq!(tokens("**重点工作**：推进**老旧小区**改造"), 0);
    assert_eq!(tokens("《**市**县产业开发区**工业园》"), 3);
    assert_eq!(tokens("完成**亩，新增**栋"), 2);
}

/// Injected text holds no blanks.
#[test]
fn opaque_places() {
    let text = "完成*宗（www.a*b.cn）*户";
    let opaque = [Span::new(10, 26)];
    let found = find(text, Surroundings { markdown: false, opaque: &opaque });
    assert_eq!(found.iter().map(|b| b.span.start).collect::<Vec<_>>(), [6, 26]);
}

#[track_caller]
fn check_label(text: &str, label: &str, group: Option<&str>) {
    let blanks = find(text, Surroundings::default());
    assert_eq!((&*blanks[0].label, blanks[0].group.as_deref()), (label, group), "{text}");
}

#[test]
fn labels_say_what_and_where() {
    check_label(
        "制定了《**县城乡违法建设处置工作方案》",
        "县名（《…建设处置工作方案》）",
        Some("县名:县"),
    );
    check_label("对口帮扶xx县。", "县名（对口帮扶xx县）", Some("县名:县"));
    check_label("以全市第*的优异成绩", "名次（以全市第*的优异成绩）", None);
    check_label("为**经济社会发展作贡献", "名称（为**经济社会发展）", None);
    check_label("完成*宗", "", None);
    check_label("（此处填写单位名称）", "此处填写单位名称", None);
    check_label("XX同志", "姓名（XX同志）", Some("姓名:同志"));
}

#[test]
fn deliberate_masks_need_no_filling() {
    for (text, severity) in [
        ("138****1234", Severity::Info),
        ("某企业", Severity::Info),
        ("李某", Severity::Info),
        ("（略）", Severity::Info),
        ("某县", Severity::Fill),
        ("xx县", Severity::Fill),
    ] {
        assert_eq!(find(text, Surroundings::default())[0].severity, severity, "{text}");
    }
}

/// Completes on a megabyte of what could make a scanner go back again and again.
#[test]
fn pathological() {
    for unit in
        ["*", "1", "“", "《", "（", "x", "_", "某", "年 ", "△", "█", "■", "·", "#", "[", "{", "N"]
    {
        let _ = find(&unit.repeat((1 << 20) / unit.len()), Surroundings::default());
    }
    // Each of these is a blank of its own, which costs more: less of them shows the same.
    for unit in [
        "*x", "**a", "*、", "x-", "个", "1*", "*×", "*—", "王*", "x年", "第*", "△个", "[]", "N个",
        "个█",
    ] {
        let markdown = Surroundings { markdown: true, opaque: &[] };
        let _ = find(&unit.repeat((1 << 18) / unit.len()), markdown);
    }
}

/// The folder of reports to measure with, where there is one.
fn reports() -> Option<std::path::PathBuf> {
    let shared = std::env::var_os("HEGAO_SHARED").map_or_else(
        || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        std::path::PathBuf::from,
    );
    let reports = shared.join("reports");
    if !reports.is_dir() {
        println!("no reports to measure with; set HEGAO_SHARED");
    }
    reports.is_dir().then_some(reports)
}

/// The texts of one folder of reports by name.
fn texts(folder: &std::path::Path) -> Vec<(String, String)> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = files.map(|file| file.path()).filter(|p| p.extension().is_some_and(|e| e == "txt"));
    let named = paths.filter_map(|path| {
        let name = path.file_name()?.to_str()?.to_owned();
        Some((name, std::fs::read_to_string(path).ok()?))
    });
    let mut texts: Vec<_> = named.collect();
    texts.sort();
    texts
}

/// The blanks of all lines.
fn find_all(text: &str) -> Vec<Placeholder> {
    text.split('\n').flat_map(|line| find(line, Surroundings::default())).collect()
}

#[test]
fn finished_reports_hold_no_blank() {
    let Some(reports) = reports() else { return };
    for (name, text) in texts(&reports.join("finished")) {
        let found = find_all(&text);
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}

/// At least 99 of 100 masked figures are found as figures or ranks; of those deleted without a
/// mark, 85 (the rest reads like a sentence: 突破万亿元).
#[test]
fn masked_reports_show_their_blanks() {
    let Some(reports) = reports() else { return };
    let folder = reports.join("masked");
    let truth = std::fs::read_to_string(folder.join("GROUND_TRUTH.tsv")).unwrap_or_default();
    for (name, text) in texts(&folder) {
        let report = name.split("_mask").next().unwrap_or_default().to_owned() + ".txt\t";
        let masked = truth.lines().filter(|line| line.starts_with(&report)).count();
        let figure = |blank: &&Placeholder| {
            matches!(blank.kind, PlaceholderType::Number | PlaceholderType::Ordinal)
        };
        let blanks = find_all(&text);
        let found = blanks.iter().filter(figure).count();
        println!("{name}: {found} of {masked}");
        let least = if name.contains("dropped") { 85 } else { 99 };
        assert!(found * 100 >= masked * least && found <= masked, "{name}: {found} of {masked}");
        assert_eq!(found, blanks.len(), "{name} has blanks that are no figure");
    }
}
