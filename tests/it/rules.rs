//! Every rule by its own examples: its bad ones fire it and nothing else, its good ones nothing.

use crate::project::{root, shared};
use crate::quality::shared::text_files;
use hegao::analysis::{AnalysisOptions, analyze_with};
use hegao::document::{Document, Source};
use hegao::rules::{Finding, Fix, Group, Preset, RULES, Selection, Severity};
use std::collections::BTreeSet;

/// What every rule says of a text, those that are off by themselves included.
fn findings(text: &str) -> Vec<Finding> {
    let on = RULES.iter().map(|rule| (rule.about().id.to_owned(), true)).collect();
    let rules = Selection { preset: Preset::Strict, switched: on };
    let document = Document::from_text(Source::default(), text.to_owned());
    analyze_with(&document, &AnalysisOptions { rules }).findings
}

fn fired(text: &str) -> Vec<String> {
    findings(text).into_iter().map(|finding| finding.rule.into_owned()).collect()
}

#[track_caller]
fn check(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bad_examples_fire_exactly_their_rule() {
    let mut wrong = Vec::new();
    for rule in RULES.iter().map(|rule| rule.about()) {
        assert!(!rule.bad.is_empty() && !rule.good.is_empty(), "{} has no examples", rule.id);
        for text in rule.bad {
            let fired = fired(text);
            if fired.is_empty() || fired.iter().any(|id| id != rule.id) {
                wrong.push(format!("{}: {text} fires {fired:?}", rule.id));
            }
        }
    }
    check(&wrong);
}

#[test]
fn good_examples_fire_nothing() {
    let mut wrong = Vec::new();
    for rule in RULES.iter().map(|rule| rule.about()) {
        for text in rule.good {
            let fired = fired(text);
            if !fired.is_empty() {
                wrong.push(format!("{}: {text} fires {fired:?}", rule.id));
            }
        }
    }
    check(&wrong);
}

/// The table of rules in the README.
fn table() -> String {
    let rows = |group: Group| {
        let rules = RULES.iter().map(|rule| rule.about()).filter(move |a| a.group == group);
        let rules = rules.map(|about| {
            let off = if about.on { "" } else { "默认关闭" };
            let (severity, fix) = (about.severity.title(), about.fix.title());
            format!("| `{}` | {} | {severity} | {fix} | {off} |\n", about.id, about.title)
        });
        std::iter::once(format!("| | **{}** | | | |\n", group.title())).chain(rules)
    };
    let head = "| id | 规则 | 程度 | 修改 | |\n|---|---|---|---|---|\n".to_owned();
    std::iter::once(head).chain(Group::ALL.into_iter().flat_map(rows)).collect()
}

/// `HEGAO_BLESS=1 cargo test --test it readme` writes it.
#[test]
fn the_readme_lists_every_rule() {
    let path = root().join("README.md");
    let readme = std::fs::read_to_string(&path).expect("there is a README");
    let (before, rest) = readme.split_once("<!-- rules -->\n").expect("where the table begins");
    let (found, after) = rest.split_once("<!-- /rules -->").expect("where it ends");
    if std::env::var_os("HEGAO_BLESS").is_some() {
        let blessed = [before, "<!-- rules -->\n", &table(), "<!-- /rules -->", after].concat();
        std::fs::write(&path, blessed).expect("it can be written");
    } else {
        assert_eq!(found, table(), "HEGAO_BLESS=1 cargo test --test it readme writes it anew");
    }
}

#[test]
fn rules_stand_by_group_and_few_are_off() {
    let groups: Vec<Group> = RULES.iter().map(|rule| rule.about().group).collect();
    assert!(groups.is_sorted(), "the list of rules is by group");
    for about in RULES.iter().map(|rule| rule.about()) {
        let phrase = about.group == Group::SetPhrases;
        assert!(!(phrase && about.on), "{} is on by itself", about.id);
        assert!(about.on || phrase || about.severity == Severity::Info, "{} is off", about.id);
    }
}

#[test]
fn a_rule_says_what_it_is_and_mends_what_it_promises() {
    let ids: BTreeSet<_> = RULES.iter().map(|rule| rule.about().id).collect();
    assert_eq!(ids.len(), RULES.len(), "two rules share an id");
    for rule in RULES.iter().map(|rule| rule.about()) {
        assert!(rule.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.id);
        assert!(
            [rule.title, rule.why, rule.source].iter().all(|text| !text.is_empty()),
            "{}",
            rule.id
        );
        for finding in rule.bad.iter().flat_map(|text| findings(text)) {
            match rule.fix {
                Fix::Always => assert!(finding.fix.is_some(), "{}: {finding:?}", rule.id),
                Fix::Never => assert!(finding.fix.is_none(), "{}: {finding:?}", rule.id),
                Fix::Sometimes => {}
            }
        }
    }
}

/// Phrases that a careless list of typos stumbles over (specification §5.6), and the words they hold.
const COLLISIONS: &[&str] = &[
    "发布署名文章",
    "生产所必需要素",
    "亟需要素支撑",
    "报名截止日前三天",
    "研究竞争格局",
    "补充份额",
    "疫情爆发户外活动",
    "过渡假期",
    "时代变迁徒步大会",
    "湛蓝球场",
    "动脉博弈",
    "讲座落实情况",
    "抽签定点抽查",
    "毕竟争取来之不易",
    "按装机容量计算",
    "荣膺品牌百强",
    "颠覆行为",
    "既使群众受益，又使企业增效",
    "友好象征",
    "武侯车站",
    "对帐篷进行检查",
    "损坏帐篷",
    "集结帐篷",
    "一份量身定制的方案",
    "完成份数",
    "超过份额",
    "全部份额",
    "恢复盖章",
    "荷兰图书",
    "抚恤经费",
    "一贯策略",
    "网格花名册",
    "实实在在",
    "和和美美",
    "首都都市圈",
    "共建共治",
    "深化文化文艺",
    "的的确确",
    "是是非非",
    "作为为政之魂",
];

#[test]
fn words_side_by_side_are_no_typo() {
    let wrong: Vec<String> = COLLISIONS
        .iter()
        .filter(|text| !fired(text).is_empty())
        .map(|text| format!("{text} fires {:?}", fired(text)))
        .collect();
    check(&wrong);
}

/// Finished reports are as good as print: more than one error or warning in so many characters is too
/// much.
const CHARACTERS_A_SLIP: usize = 20_000;

#[test]
fn finished_reports_have_few_slips() {
    let Some(folder) = shared().map(|shared| shared.join("reports/finished")) else {
        println!("skipped: there is no `shared` beside the project");
        return;
    };
    let (mut characters, mut slips) = (0, Vec::new());
    for path in text_files(&folder) {
        let text = std::fs::read_to_string(&path).expect("a report is readable");
        characters += text.chars().count();
        let document = Document::from_text(Source::default(), text.replace("\r\n", "\n"));
        let findings = analyze_with(&document, &AnalysisOptions::default()).findings;
        slips.extend(findings.into_iter().filter(|f| f.severity != Severity::Info).map(
            |finding| {
                let line = document.text[..finding.span.start as usize].matches('\n').count() + 1;
                let said = finding.span.of(&document.text);
                format!("{}:{line}: {} “{said}”", path.display(), finding.rule)
            },
        ));
    }
    println!("{} slips in {characters} characters:\n{}", slips.len(), slips.join("\n"));
    assert!(slips.len() <= characters / CHARACTERS_A_SLIP, "{}", slips.join("\n"));
}
