//! The rows of a sheet: what each asks, of whom, and what keeps its id.

use super::{draft, draft_of, model, text};
use hegao::export::sheet::{self, Expected, SheetModel, SheetOptions};

/// The row of the indicator whose sentence has `words` right before the blank.
fn row(model: &SheetModel, words: &str) -> (String, sheet::SheetRow) {
    let found = model.rows().find(|(_, row)| row.sentence[0].ends_with(words));
    let (department, row) = found.unwrap_or_else(|| panic!("no row for {words}"));
    (department.to_owned(), row.clone())
}

#[test]
fn a_row_says_what_is_asked_of_whom() {
    let model = model(&draft());
    #[track_caller]
    fn check(model: &SheetModel, words: &str, expected: [&str; 5], takes: Expected) {
        let (department, row) = row(model, words);
        let found = [&*row.name, row.value.as_str(), &*row.unit, &*row.section, &*department];
        assert_eq!(found, expected, "{words}");
        assert_eq!(row.expected, takes, "{words}");
    }
    use Expected::{Date, Figure, Text};
    check(&model, "全年完成地区生产总值", ["地区生产总值", "", "亿元", "一", "统计局"], Figure);
    check(&model, "一般公共预算收入完成", ["一般公共预算收入", "", "亿元", "一", "财政局"], Figure);
    check(&model, "改造老旧小区", ["改造老旧小区", "", "个", "二·一", "住建局"], Figure);
    check(&model, "惠及居民", ["惠及居民", "1280", "户", "二·一", "住建局"], Figure);
    check(&model, "清理小广告", ["清理小广告", "", "处", "二·一", "城管执法局"], Figure);
    check(&model, "截至", ["年份（截至*年*月）", "", "", "三", "待定"], Date);
    check(&model, "按照《", ["县名（《…乡村建设行动方案》）", "", "", "三", "待定"], Text);
    assert_eq!(model.title, "青禾县2024年工作总结");
    let numbers: Vec<u32> = model.rows().map(|(_, row)| row.number).collect();
    assert_eq!(numbers, (1..=numbers.len() as u32).collect::<Vec<_>>());
}

#[test]
fn somebody_may_choose_another_department() {
    let draft = draft();
    let plain = model(&draft);
    let id = row(&plain, "改造老旧小区").1.id;
    let options = SheetOptions {
        departments: [(id, "房管局".to_owned())].into(),
        renamed: [("统计局".to_owned(), "统计中心".to_owned())].into(),
        ..SheetOptions::default()
    };
    let model = sheet::sheet_model(&draft, &options);
    assert_eq!(row(&model, "改造老旧小区").0, "房管局");
    assert_eq!(row(&model, "地区生产总值").0, "统计中心");
    assert_eq!(model.groups.last().map(|group| group.department.as_str()), Some("待定"));
    assert!(
        model.rows().all(|(_, row)| row.sentence[0] != "固定资产投资"),
        "no figures to confirm"
    );
}

#[test]
fn an_edit_elsewhere_leaves_the_rows_as_they_are() {
    let before = model(&draft());
    let edited = text("report.txt")
        .replace("各项工作取得新成效", "取得成效，撰写信息*篇")
        .replace("三、民生福祉不断增进\n", "三、民生福祉不断增进\n开展走访*次。\n");
    let edited = draft_of(&edited.replace("全年完成地区生产总值", "累计实现地区生产总值"));
    let after = model(&edited);
    let known = |id: &str| after.rows().any(|(_, row)| row.id == id);
    let gone = before.rows().filter(|(_, row)| !known(&row.id));
    let gone: Vec<&str> = gone.map(|(_, row)| row.sentence[0].as_str()).collect();
    // What stands within sixteen characters of the edit is not what it was.
    assert_eq!(gone, ["全年完成地区生产总值", "全年完成地区生产总值***亿元，同比增长"]);
}
