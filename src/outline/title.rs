//! The title block: title, subtitle, author, salutation, lead (specification §1.5).

use super::{Ending, Frame, Line, LineRole, date};
use crate::text::Span;
use crate::text::scanner::{is_blank, is_digit, is_han};

/// The words of a title.
const GENRE_WORDS: &[&str] = &[
    "报告", "总结", "汇报", "讲话", "方案", "计划", "意见", "通知", "要点", "纪要", "说明", "材料",
    "体会", "发言", "致辞", "通报", "请示", "决定", "提纲", "公告", "述职", "规划", "建议", "情况",
    "小结", "清单", "综述", "回顾", "打算", "自评", "剖析", "评估", "分析",
];

/// A title is at most this long.
const LONGEST_TITLE: u8 = 50;

/// The title stands within the first lines.
const TITLE_LINES: usize = 3;

/// A second title stands within the first five lines.
const DUPLICATE_LINES: usize = 5;

/// Offices in an author's line: 某县人民政府县长 黄某某.
const OFFICES: &[&str] = &[
    "省长", "市长", "县长", "区长", "州长", "旗长", "盟长", "镇长", "乡长", "书记", "局长", "主任",
    "主席", "总理", "部长", "厅长", "院长", "校长", "园长", "经理", "董事长", "处长", "科长",
    "股长", "队长", "所长", "站长", "组长", "秘书长", "检察长", "行长", "会长", "村长", "支书",
    "专员",
];

/// Labels of an author's line.
const AUTHOR_LABELS: &[&str] = &["述职人", "报告人", "汇报人", "发言人", "作者", "姓名"];

/// How the name of an author's unit ends.
const UNIT_ENDINGS: &[&str] = &[
    "局", "委", "委员会", "政府", "办公室", "公司", "中心", "支部", "党组", "法院", "检察院",
    "学校", "小学", "中学", "大学", "学院", "医院", "支行", "大队", "支队",
];

/// Whom a salutation addresses.
const ADDRESSEES: &[&str] =
    &["代表", "委员", "领导", "同志", "同志们", "评委", "来宾", "朋友们", "朋友", "同事", "同事们"];

/// Units a report is addressed to (主送机关), as they occur in the line.
const RECIPIENTS: &[&str] = &[
    "政府", "人民法院", "局", "委", "部门", "单位", "组织部", "党组", "办公室", "公司", "考核组",
    "指挥部", "厅", "院", "集团", "中心", "大队", "支队", "工会", "街道办",
];

/// Surnames, so that 毛伟明 is a name and 工作回顾 is none.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋\
蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚\
邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒\
阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉";

/// Reads the title block into `frame`; gives the index of the first line after it.
pub(super) fn read(lines: &[Line<'_>], frame: &mut Frame) -> usize {
    let zone: Vec<usize> = zone(lines);
    let title = find_title(lines, &zone);
    frame.title = title.map(|title| join(lines, &zone[title.first..=title.last]));
    let mut next = title.map_or(0, |title| title.last + 1);
    while let Some(&index) = zone.get(next) {
        let part = part(lines, &zone, next, frame);
        match part {
            Some(Part::Duplicate) => frame.duplicate_title = Some(lines[index].trimmed()),
            Some(Part::Subtitle) => extend(&mut frame.subtitle, lines[index].trimmed()),
            Some(Part::Author) => extend(&mut frame.author, lines[index].trimmed()),
            Some(Part::Date) => frame.date = Some(lines[index].trimmed()),
            Some(Part::Salutation) => frame.salutation = Some(lines[index].trimmed()),
            None => break,
        }
        next += 1;
        if part == Some(Part::Salutation) {
            break;
        }
    }
    let end = zone.get(next).copied().or_else(|| zone.last().map(|&last| last + 1)).unwrap_or(0);
    frame.lead = find_lead(lines, end);
    end
}

/// Adds a line to a part that may be more than one: 国务院总理 / 李某.
fn extend(part: &mut Option<Span>, line: Span) {
    *part = Some(Span { start: part.map_or(line.start, |span| span.start), end: line.end });
}

/// The lines in which the title block may stand: the first ones before the first numbered line,
/// without noise. 附件1 above the title is noise too.
fn zone(lines: &[Line<'_>]) -> Vec<usize> {
    let numbered = |line: &Line<'_>| {
        matches!(line.facts.role, LineRole::Heading { .. } | LineRole::Item { .. })
    };
    let before_title = |line: &Line<'_>| {
        matches!(line.facts.role, LineRole::Noise | LineRole::Appendix { .. })
            || is_letterhead(line.text.trim())
    };
    let all = lines.iter().enumerate().take(60).take_while(|(_, line)| !numbered(line));
    all.filter(|(_, line)| !before_title(line)).map(|(index, _)| index).take(12).collect()
}

/// Whether the line belongs to the head of an official document (GB/T 9704 7.2), above its title:
/// 某县教育局文件, 某教〔2026〕3号, 特急, 机密★1年, 签发人：, （第12期）, 000123.
fn is_letterhead(text: &str) -> bool {
    if text.len() > LONGEST_LETTERHEAD || text.contains(['。', '，', '；']) {
        return false;
    }
    const SECRECY: &[&str] =
        &["特急", "加急", "平急", "紧急", "绝密", "机密", "秘密", "内部资料", "内部文件", "签发人"];
    let issue = text.trim_matches(['（', '）', '(', ')']);
    let copy = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
    let issued = issue.starts_with('第') && issue.ends_with('期') && issue.contains(is_digit);
    let numbered = text.contains(['〔', '﹝', '[']) && text.ends_with('号');
    let titled = names_genre(text.trim_end_matches("文件"));
    SECRECY.iter().any(|word| text.starts_with(word) && !titled)
        || numbered && !titled
        || text.ends_with("文件") && !titled
        || copy
        || issued
}

/// A line of the head is at most so many bytes long.
const LONGEST_LETTERHEAD: usize = 30 * 3;

/// Where in the zone the title stands; a wrapped title is more than one line.
#[derive(Clone, Copy)]
struct Title {
    first: usize,
    last: usize,
}

fn find_title(lines: &[Line<'_>], zone: &[usize]) -> Option<Title> {
    let line = |at: usize| &lines[zone[at]];
    let may_be = |at: usize| at < zone.len() && is_title_like(line(at));
    let named =
        (0..TITLE_LINES).take_while(|&at| may_be(at)).find(|&at| names_genre(line(at).text));
    if let Some(last) = named {
        let adjoins = |at: usize| line(at).span.end + 1 >= line(at + 1).span.start;
        let wraps =
            |at: usize| adjoins(at) && !is_dashed(line(at + 1)) && !is_author(line(at), false);
        // 凝心聚力谱新篇 / ——2022年述职报告: the line with the genre is the subtitle.
        if last > 0 && is_dashed(line(last)) {
            return Some(Title { first: last - 1, last: last - 1 });
        }
        let first = (0..last).rev().take_while(|&at| wraps(at)).last().unwrap_or(last);
        return Some(Title { first, last });
    }
    let only = Title { first: 0, last: 0 };
    let first_line = may_be(0).then(|| line(0))?;
    let is_top = |line: &Line<'_>| line.facts.style == Some(1);
    if is_top(first_line) {
        return (!lines[zone[0] + 1..].iter().any(is_top)).then_some(only);
    }
    let before_numbers = zone.len() == 1 && zone[0] + 1 < lines.len();
    let followed = zone.get(1).map(|&next| &lines[next]).is_some_and(|next| {
        is_dashed(next) || is_salutation(next) || is_author(next, true) || is_bracketed(next)
    });
    (followed || before_numbers).then_some(only)
}

/// Whether the line is short and unfinished enough for a title.
fn is_title_like(line: &Line<'_>) -> bool {
    let closed = line.text.trim_end().ends_with(['）', '》', '”', ')']);
    line.facts.length <= LONGEST_TITLE
        && (line.facts.ending == Ending::Open || closed)
        && !line.text.contains(['。', '；'])
        && !date::is_date_line(line.text.trim())
}

/// Whether the text holds a word of a title, letter-spaced or not (政 府 工 作 报 告).
fn names_genre(text: &str) -> bool {
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    GENRE_WORDS.iter().any(|word| squeezed.contains(word))
}

/// A line of the title block after the title.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Duplicate,
    Subtitle,
    Author,
    Date,
    Salutation,
}

/// What the line at `at` of the zone is, if it belongs to the title block.
fn part(lines: &[Line<'_>], zone: &[usize], at: usize, frame: &Frame) -> Option<Part> {
    let line = &lines[zone[at]];
    if is_salutation(line) {
        return Some(Part::Salutation);
    }
    let title = frame.title?;
    let text = line.text.trim();
    let bare = |text: &str| squeeze(text.trim_matches(['（', '）', '(', ')']));
    let title_text = squeeze(&text_of(lines, title));
    // 某县气象局 under 某县气象局2025年工作总结 is the author, whose name the title repeats.
    let repeats = names_genre(text) || !is_author(line, true);
    if at < DUPLICATE_LINES
        && is_title_like(line)
        && repeats
        && is_similar(&title_text, &bare(text))
    {
        return Some(Part::Duplicate);
    }
    if is_dashed(line) || is_bracketed(line) {
        let is_date = frame.subtitle.is_some() && date::is_date_line(text);
        return Some(if is_date { Part::Date } else { Part::Subtitle });
    }
    if date::is_date_line(text) {
        return Some(Part::Date);
    }
    let styled = line.facts.style.is_some();
    (!styled && is_author(line, true)).then_some(Part::Author)
}

/// The text of the lines that `span` covers.
fn text_of(lines: &[Line<'_>], span: Span) -> String {
    lines.iter().take(60).filter(|line| span.overlaps(line.span)).map(|line| line.text).collect()
}

/// Without blanks and without the words in which a repeated title may differ.
fn squeeze(text: &str) -> String {
    let mut squeezed: String = text.chars().filter(|c| !c.is_whitespace() && *c != '#').collect();
    for word in ["个人", "年度", "关于", "的", "年"] {
        squeezed = squeezed.replace(word, "");
    }
    squeezed
}

/// Whether one contains the other, which is at most twice as long, or at least 80 % of their
/// characters are the same in order: 现将2025年全镇各项工作总结如实报告大家 repeats no title 工作总结.
fn is_similar(a: &str, b: &str) -> bool {
    let (long, short) = (a.chars().count(), b.chars().count());
    let (long, short) = (long.max(short), long.min(short));
    if short < 4 {
        return a == b && !a.is_empty();
    }
    if long > 2 * short {
        return false;
    }
    if a.contains(b) || b.contains(a) {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) =
        (a.chars().take(60).collect(), b.chars().take(60).collect());
    let mut row = vec![0_usize; b.len() + 1];
    for &x in &a {
        let mut diagonal = 0;
        for (j, &y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()] * 2 * 10 >= (a.len() + b.len()) * 8
}

/// ——在县第十八届人民代表大会上
fn is_dashed(line: &Line<'_>) -> bool {
    line.text.trim_start().starts_with(['—', '―', '–'])
        && line.facts.length <= 60
        && !line.text.contains('。')
}

/// （2022年12月20日）, （2026年1月27日在省人民代表大会上）: wholly in brackets.
fn is_bracketed(line: &Line<'_>) -> bool {
    let text = line.text.trim();
    line.facts.length <= 60 && text.starts_with(['（', '(']) && text.ends_with(['）', ')'])
}

/// Whether the line names the author: an office with or without a name, a unit, and if
/// `names_alone` a bare name.
fn is_author(line: &Line<'_>, names_alone: bool) -> bool {
    let text = line.text.trim();
    if line.facts.length > 25 || text.contains(['。', '，', '；', '！']) {
        return false;
    }
    if AUTHOR_LABELS
        .iter()
        .any(|label| text.strip_prefix(label).is_some_and(|rest| rest.starts_with(['：', ':'])))
    {
        return true;
    }
    if line.facts.ending != Ending::Open {
        return false;
    }
    if is_name(text) {
        return names_alone;
    }
    let is_unit = |part: &str| UNIT_ENDINGS.iter().any(|ending| part.ends_with(ending));
    let mut parts = text.split(is_blank).filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or_default();
    let rest = &text[first.len()..];
    let followed =
        rest.is_empty() || is_name(rest) || parts.all(|part| is_office(part) || is_name(part));
    followed && (is_office(first) || (is_unit(first) && names_alone))
}

/// 县长, 县委书记, and with the name written on: 省长李某.
fn is_office(part: &str) -> bool {
    let names =
        OFFICES.iter().filter_map(|office| part.rfind(office).map(|at| &part[at + office.len()..]));
    let name = names.min_by_key(|name| name.len());
    name.is_some_and(|name| name.is_empty() || is_name(name))
}

/// Whether the text is a name of two to four characters, letter-spaced or not, or a mask for one.
pub(super) fn is_name(text: &str) -> bool {
    let name: Vec<char> = text.chars().filter(|&c| !is_blank(c)).take(5).collect();
    let masked = name.iter().all(|c| "×xX*＊某○〇_△█".contains(*c));
    (2..=4).contains(&name.len())
        && (masked
            || (SURNAMES.contains(name[0])
                && name.iter().all(|&c| is_han(c) || "×xX*某·△○█".contains(c))))
}

/// 各位代表：, 尊敬的各位领导、同志们：, 县委组织部：.
fn is_salutation(line: &Line<'_>) -> bool {
    let text = line.text.trim();
    let Some(named) = text.strip_suffix(['：', ':', '！', '!']) else { return false };
    let says = ["如下", "以下", "下列", "现将", "。", "情况", "报告", "汇报", "包括"];
    if line.facts.length > 60 || says.iter().any(|word| named.contains(word)) {
        return false;
    }
    let addressed = ADDRESSEES.iter().any(|word| named.ends_with(word));
    let sent_to = text.ends_with(['：', ':']) && RECIPIENTS.iter().any(|word| named.contains(word));
    addressed || sent_to
}

/// The paragraph that opens the report: the one that announces it, else the first.
fn find_lead(lines: &[Line<'_>], from: usize) -> Option<Span> {
    let is_heading = |line: &Line<'_>| {
        matches!(line.facts.role, LineRole::Heading { .. } | LineRole::Item { .. })
            || (line.facts.style.is_some() && line.facts.role != LineRole::Body)
    };
    let rest = lines.get(from..)?;
    let before_heading = rest.iter().take(30).position(is_heading);
    let zone = &rest[..before_heading.unwrap_or(rest.len().min(3))];
    let body = || zone.iter().filter(|line| line.facts.role == LineRole::Body);
    let announces = |line: &&Line<'_>| {
        let text = line.text.trim_end();
        let tail = text.trim_end_matches(['：', ':', '。']);
        tail.ends_with("如下")
            || text.contains("请予审议")
            || text.starts_with("现在，我代表")
            || text.starts_with("我代表")
    };
    let opens = |line: &&Line<'_>| line.facts.length >= 20 && line.facts.ending != Ending::Open;
    let first = || before_heading.and_then(|_| body().find(opens));
    body().find(announces).or_else(first).map(Line::trimmed)
}

/// From the first of `indices` to the last, without the blanks around.
fn join(lines: &[Line<'_>], indices: &[usize]) -> Span {
    let at = |index: Option<&usize>| index.map_or(Span::default(), |&i| title_span(&lines[i]));
    Span { start: at(indices.first()).start, end: at(indices.last()).end }
}

/// The line without `# ` and blanks.
fn title_span(line: &Line<'_>) -> Span {
    match line.facts.role {
        LineRole::Short { title } if line.facts.style.is_some() => title.shift(line.span.start),
        _ => line.trimmed(),
    }
}
