//! The kind of report (specification §6): by its title, else by how it opens.

use super::Genre;

/// Words of a title; the first row that fits decides.
const BY_TITLE: &[(Genre, &[&str])] = &[
    (
        Genre::IntegrityReport,
        &["述责述廉", "述责", "党建述职", "党建工作述职", "党建工作责任制述职"],
    ),
    (Genre::GovernmentReport, &["政府工作报告"]),
    (Genre::DutyReport, &["述职", "履职报告", "履职情况"]),
    (Genre::IntegrityReport, &["述廉", "廉政报告"]),
    (Genre::ResearchReport, &["调研报告", "调查报告", "考察报告", "调研情况", "调研"]),
    (Genre::WorkSummary, &["总结", "小结", "工作回顾"]),
];

/// Words of the lead, for a report without a telling title.
const BY_LEAD: &[(Genre, &[&str])] = &[
    (
        Genre::GovernmentReport,
        &[
            "向大会作政府工作报告", "向大会报告政府工作", "代表省人民政府", "代表市人民政府",
            "代表县人民政府", "代表区人民政府",
        ],
    ),
    (Genre::IntegrityReport, &["述责述廉"]),
    (Genre::DutyReport, &["述职", "履职情况", "履行职责情况"]),
    (Genre::ResearchReport, &["调研情况报告", "调研报告如下", "调研情况如下"]),
    (Genre::WorkSummary, &["工作总结如下", "总结如下", "工作情况总结"]),
];

/// The genre that the title tells.
pub(super) fn by_title(title: &str) -> Option<Genre> {
    find(BY_TITLE, title)
}

/// The genre that an opening paragraph tells.
pub(super) fn by_lead(lead: &str) -> Option<Genre> {
    find(BY_LEAD, lead)
}

fn find(table: &[(Genre, &[&str])], text: &str) -> Option<Genre> {
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let fits = |words: &[&str]| words.iter().any(|word| squeezed.contains(word));
    table.iter().find(|(_, words)| fits(words)).map(|row| row.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, genre: impl Into<Option<Genre>>) {
        assert_eq!(by_title(title), genre.into(), "{title}");
    }

    #[test]
    fn titles_tell_the_genre() {
        check("2022年副县长个人述职报告", Genre::DutyReport);
        check("2022年度述职述廉报告", Genre::DutyReport);
        check("2023年述责述廉报告", Genre::IntegrityReport);
        check("抓基层党建工作述职报告", Genre::IntegrityReport);
        check("政 府 工 作 报 告", Genre::GovernmentReport);
        check("关于乡村治理的调研报告", Genre::ResearchReport);
        check("县住建局2022年工作总结", Genre::WorkSummary);
        check("关于开展检查的通知", None);
    }

    #[test]
    fn openings_tell_it_too() {
        let opening = "现在，我代表国务院，向大会作政府工作报告，请予审议。";
        assert_eq!(by_lead(opening), Some(Genre::GovernmentReport));
        assert_eq!(by_lead("今年以来，完成了任务。"), None);
    }
}
