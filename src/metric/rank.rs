//! What stands before a rank: 〈indicator〉居〈scope〉第9位. Specification §2.4, §2.6.10.

use crate::text::words::{Words, longest_prefix, longest_suffix};
/// The parts before 第N.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rank<'t> {
    /// The indicator; "" if the clause names none.
    pub(super) indicator: &'t str,
    /// 全市, 世界; "" if there is none.
    pub(super) scope: &'t str,
}

/// Scopes of a rank, longer ones first where one ends another.
static SCOPES: Words = Words::new(&[
    "全国", "全省", "全市", "全县", "全区", "全州", "全盟", "全旗", "全镇", "全校", "全系统",
    "全行业", "世界", "全球", "亚洲", "国内", "省内", "市内", "县内", "东部", "中部", "西部",
    "中西部", "东北", "东部地区", "中部地区", "西部地区", "同类城市", "同类地区", "同行业",
    "全国同类", "省会城市", "全省县域", "全国县域", "全国省会城市", "副省级城市", "各县区",
    "县市区", "各市", "各区", "区县", "全国城市", "经济大省", "沿海省份", "全国地级市", "长三角",
    "长江经济带",
]);

/// Verbs of ranking, longer ones first.
static VERBS: Words = Words::new(&[
    "连续排名", "综合排名", "上升到", "上升至", "跃升至", "跃升到", "跃居", "跃升", "升至", "升到",
    "进至", "提升至", "提升到", "前移至", "稳居", "保持", "位居", "位列", "名列", "排名", "排位",
    "居", "列", "排", "在", "以", "获得", "荣获", "均", "分别", "中", "成绩", "位", "并列",
]);

/// Reads the words before 第N from their end.
pub(super) fn read(left: &str) -> Rank<'_> {
    let (rest, scope) = take_scope(take_verbs(left));
    Rank { indicator: take_verbs(rest), scope }
}

fn take_scope(text: &str) -> (&str, &str) {
    longest_suffix(text, &SCOPES)
        .map_or((text, ""), |scope| text.split_at(text.len() - scope.len()))
}

fn take_verbs(mut text: &str) -> &str {
    while let Some(verb) = longest_suffix(text, &VERBS) {
        text = &text[..text.len() - verb.len()];
    }
    text
}

/// What was won with a rank that names no indicator: 以全市第*的优异成绩顺利通过省级文明城市复审 →
/// 省级文明城市复审.
pub(super) fn object_of_award(right: &str) -> &str {
    static AWARDS: Words = Words::new(&["通过", "获得", "荣获", "获评", "入选", "获批"]);
    let clause = right.split(['，', '。', '；']).next().unwrap_or("");
    let object = clause.char_indices().find_map(|(i, _)| {
        longest_prefix(&clause[i..], &AWARDS).map(|verb| &clause[i + verb.len()..])
    });
    object.unwrap_or("").trim_start_matches('了')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(left: &str, indicator: &str, scope: &str) {
        assert_eq!(read(left), Rank { indicator, scope }, "{left}");
    }

    #[test]
    fn reads_indicator_and_scope() {
        check("居全市", "", "全市");
        check("增速居全国", "增速", "全国");
        check("以全市", "", "全市");
        check("综合考核位列全省县域", "综合考核", "全省县域");
        check("、连续", "、连续", "");
    }

    #[test]
    fn finds_what_was_won() {
        assert_eq!(object_of_award("的优异成绩顺利通过省级文明城市复审。"), "省级文明城市复审");
        assert_eq!(object_of_award("的成绩，受到表扬"), "");
    }
}
