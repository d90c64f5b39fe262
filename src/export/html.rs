//! The report as a web page of its own, and for the clipboard.

use super::layout::{Element, LayoutModel, Margins, Mark, Paragraph, Role, Row, Run};
use std::fmt::Write as _;

/// The report as one page that needs nothing else: no script, no font, no picture.
#[must_use]
pub fn to_html(model: &LayoutModel) -> String {
    let mut html = String::from(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>",
    );
    push_escaped(&mut html, &model.title);
    html.push_str("</title>\n<style>\n");
    html.push_str(&style_sheet(model));
    html.push_str("</style>\n</head>\n<body>\n");
    write_elements(&mut html, model, Look::Classes);
    html.push_str("</body>\n</html>\n");
    html
}

/// The report for the clipboard: Word and WPS take the fonts from the elements, since they know no
/// style sheet there.
#[must_use]
pub fn to_html_fragment(model: &LayoutModel) -> String {
    let mut html = String::new();
    write_elements(&mut html, model, Look::Inline);
    html
}

/// How elements say what they look like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// By a class of the style sheet.
    Classes,
    /// By a style of their own.
    Inline,
}

/// How a paragraph is written: its element, its class, its style.
struct Form {
    element: &'static str,
    class: &'static str,
    style: &'static str,
}

const BODY: Form =
    Form { element: "p", class: "body", style: "text-indent:2em;text-align:justify" };

/// The fonts of headings by their level.
const LEVELS: [(&str, &str); 4] = [
    ("level-1", "font-family:黑体,SimHei,sans-serif;font-weight:normal"),
    ("level-2", "font-family:楷体_GB2312,楷体,KaiTi,serif;font-weight:normal"),
    ("level-3", "font-family:仿宋_GB2312,仿宋,FangSong,serif;font-weight:normal"),
    ("level-4", "font-family:仿宋_GB2312,仿宋,FangSong,serif;font-weight:normal"),
];

const FONT: &str = "font-family:仿宋_GB2312,仿宋,FangSong,serif;font-size:16pt;margin:0";

fn form(role: Role) -> Form {
    let form = |element, class, style| Form { element, class, style };
    match role {
        Role::Title => form(
            "h1",
            "title",
            "font-family:方正小标宋简体,华文中宋,SimSun,serif;font-size:22pt;font-weight:normal;text-align:center",
        ),
        Role::Subtitle => {
            form("p", "subtitle", "font-family:楷体_GB2312,楷体,KaiTi,serif;text-align:center")
        }
        Role::Salutation => form("p", "salutation", "text-align:justify"),
        Role::Heading { depth, level } => {
            let element = ["h2", "h3", "h4", "h5"][usize::from(depth.clamp(1, 4)) - 1];
            let class = LEVELS[usize::from(level.clamp(1, 4)) - 1].0;
            form(element, class, "text-indent:2em")
        }
        Role::ListItem => form("p", "body", "text-indent:2em"),
        Role::Body | Role::AttachmentNote | Role::AttachmentNoteItem | Role::Note => BODY,
        Role::Attachment => form(
            "h2",
            "attachment",
            "font-family:黑体,SimHei,sans-serif;font-weight:normal;page-break-before:always",
        ),
        Role::AttachmentTitle => form(
            "h3",
            "title",
            "font-family:方正小标宋简体,华文中宋,SimSun,serif;font-size:22pt;font-weight:normal;text-align:center",
        ),
        Role::Signature | Role::Date => form("p", "sign-off", "text-align:right"),
        Role::Empty => form("p", "empty", "text-align:left"),
    }
}

fn write_elements(html: &mut String, model: &LayoutModel, look: Look) {
    for element in &model.elements {
        match element {
            Element::Paragraph(paragraph) => write_paragraph(html, paragraph, look),
            Element::Table(rows) => write_table(html, rows, look),
        }
    }
}

fn write_paragraph(html: &mut String, paragraph: &Paragraph, look: Look) {
    let Form { element, class, style } = form(paragraph.role);
    let right = u32::from(paragraph.right);
    let indent = if right > 0 {
        format!(";margin-right:{}.{:02}em", right / 100, right % 100)
    } else {
        String::new()
    };
    // Writing to a string cannot fail.
    let _ = match look {
        Look::Classes if indent.is_empty() => write!(html, "<{element} class=\"{class}\">"),
        Look::Classes => write!(html, "<{element} class=\"{class}\" style=\"{}\">", &indent[1..]),
        Look::Inline => {
            let font = match paragraph.role {
                Role::Heading { level, .. } => LEVELS[usize::from(level.clamp(1, 4)) - 1].1,
                _ => "",
            };
            write!(html, "<{element} style=\"{FONT};{font};{style}{indent}\">")
        }
    };
    if paragraph.role == Role::ListItem {
        html.push_str("• ");
    }
    if paragraph.runs.is_empty() {
        html.push_str("<br>");
    }
    write_runs(html, &paragraph.runs, look);
    let _ = writeln!(html, "</{element}>");
}

fn write_table(html: &mut String, rows: &[Row], look: Look) {
    let (table, cell) = match look {
        Look::Classes => ("", ""),
        Look::Inline => (
            " border=\"1\" style=\"border-collapse:collapse;width:100%\"",
            " style=\"border:1px solid;font-family:仿宋_GB2312,仿宋,FangSong,serif;font-size:12pt\"",
        ),
    };
    let _ = writeln!(html, "<table{table}>");
    for (index, row) in rows.iter().enumerate() {
        let name = if index == 0 && rows.len() > 1 { "th" } else { "td" };
        html.push_str("<tr>");
        for paragraphs in row {
            let _ = write!(html, "<{name}{cell}>");
            for (number, runs) in paragraphs.iter().enumerate() {
                html.push_str(if number > 0 { "<br>" } else { "" });
                write_runs(html, runs, look);
            }
            let _ = write!(html, "</{name}>");
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</table>\n");
}

fn write_runs(html: &mut String, runs: &[Run], look: Look) {
    for run in runs.iter().filter(|run| run.mark != Some(Mark::Deleted)) {
        let heading = run.heading.map(|level| LEVELS[usize::from(level.clamp(1, 4)) - 1]);
        let mut close = String::new();
        if let Some((class, style)) = heading {
            let _ = match look {
                Look::Classes => write!(html, "<span class=\"{class}\">"),
                Look::Inline => write!(html, "<span style=\"{style}\">"),
            };
            close.push_str("</span>");
        }
        if run.bold {
            html.push_str("<strong>");
            close.insert_str(0, "</strong>");
        }
        if let Some(Mark::Open(lines)) = &run.mark {
            html.push_str("<mark title=\"");
            push_escaped(html, &lines.join("；"));
            html.push_str(if look == Look::Inline {
                "\" style=\"background:yellow\">"
            } else {
                "\">"
            });
            close.insert_str(0, "</mark>");
        }
        push_escaped(html, &run.text);
        html.push_str(&close);
    }
}

fn push_escaped(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' => html.push_str("<br>"),
            // What HTML would show as U+FFFD or not at all.
            c if c.is_control() && c != '\t' => {}
            c => html.push(c),
        }
    }
}

/// The style sheet: a page on paper, a column on a screen.
fn style_sheet(model: &LayoutModel) -> String {
    let Margins { top, right, bottom, left } = model.page.margins;
    let millimetres = |tenths: u16| format!("{}.{}mm", tenths / 10, tenths % 10);
    let page = [top, right, bottom, left].map(millimetres).join(" ");
    let line = format!("{}.{}pt", model.page.line_spacing / 10, model.page.line_spacing % 10);
    let mut css = format!(
        "@page {{ size: A4; margin: {page} }}\n\
         body {{ {FONT}; line-height: {line} }}\n\
         h1, h2, h3, h4, h5, p {{ margin: 0; font-size: 16pt }}\n\
         table {{ width: 100%; border-collapse: collapse; font-size: 12pt; line-height: 1.5 }}\n\
         th, td {{ border: 1px solid; padding: .2em .4em; text-align: center; font-weight: normal }}\n\
         tr {{ break-inside: avoid }}\n\
         mark {{ background: #ff0 }}\n\
         @media screen {{ body {{ max-width: 28em; margin: 2em auto; padding: 0 1em }} }}\n"
    );
    let roles = [
        Role::Title,
        Role::Subtitle,
        Role::Salutation,
        Role::Body,
        Role::Attachment,
        Role::Signature,
    ];
    for Form { class, style, .. } in roles.map(form) {
        let _ = writeln!(css, ".{class} {{ {style} }}");
    }
    for (class, style) in LEVELS {
        let _ = writeln!(css, ".{class} {{ {style} }}");
    }
    css.push_str("h2[class^=level], h3[class^=level], h4[class^=level], h5[class^=level] { text-indent: 2em; break-after: avoid }\n");
    css
}
