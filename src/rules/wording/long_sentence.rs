//! A sentence that cannot be read in one breath (specification §5.6).

use crate::rules::{About, Checked, Fix, Group, Rule, Severity, Site};
use crate::text::Span;
use crate::text::scanner::is_sentence_end;

pub(in crate::rules) struct LongSentence;

const ABOUT: About = About {
    id: "long-sentence",
    title: "句子过长",
    group: Group::Wording,
    // One sentence of a hundred is longer in what is printed.
    on: false,
    severity: Severity::Info,
    why: "一句话超过二百字，念的人喘不过气，听的人记不住。",
    source: "编辑惯例",
    fix: Fix::Never,
    bad: &[concat!(
        "坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，加快构建新发展格局，着力推动高质量发展，",
        "统筹扩大内需和深化供给侧结构性改革，统筹新型城镇化和乡村全面振兴，统筹高质量发展和高水平安全，",
        "切实增强经济活力、防范化解风险、改善社会预期，巩固和增强经济回升向好态势，持续推动经济实现质的有效提升",
        "和量的合理增长，增进民生福祉，保持社会稳定，奋力开创各项事业发展新局面，为全面推进中国式现代化建设",
        "作出新的更大贡献，以优异成绩迎接党的生日。"
    )],
    good: &["坚持稳中求进工作总基调。"],
};

/// Longer ones are told (characters); a Han has three bytes.
const LONGEST: usize = 200;

impl Rule for LongSentence {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec!["。", "！", "？"]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        let before = site.before();
        // A Han has three bytes: most sentences end long before so many.
        let mut floor = before.len().saturating_sub(LONGEST * 3);
        while !before.is_char_boundary(floor) {
            floor += 1;
        }
        let near = &before[floor..];
        if near.len() < LONGEST || near.contains(is_sentence_end) {
            return;
        }
        let whole = before[..floor]
            .rfind(is_sentence_end)
            .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        let count = before[whole..].chars().count();
        if count > LONGEST {
            let place = Span::new(whole, site.at);
            checked.findings.push(ABOUT.finding(place, format!("这句话有{count}字，宜拆开。")));
        }
    }
}
