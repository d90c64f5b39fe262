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
