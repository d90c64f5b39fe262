//! From document and analysis to the public model.

use super::{Citation, DocumentInfo, Edit, Finding, Metric, Placeholder, Report, Section, Slogan};
use crate::analysis::{Analysis, Placed, PlacedMetric, PlacedPlaceholder};
use crate::document::Document;
use crate::metric::Value;
use crate::outline;
use crate::rules;
use crate::text::Span;
use crate::text::line_index::Utf16Index;

/// The version of the public model.
const SCHEMA: u32 = 1;

impl<'a> Report<'a> {
    /// The report on `document`, of which `analysis` was made.
    #[must_use]
    pub fn new(document: &'a Document, analysis: &'a Analysis) -> Self {
        let convert = Convert {
            text: &document.text,
            index: Utf16Index::new(&document.text),
            paths: paths(&analysis.outline.sections),
            analysis,
        };
        Self {
            schema: SCHEMA,
            document: convert.document(document),
            outline: convert.children(None, &children(&analysis.outline.sections)),
            metrics: analysis.metrics.iter().map(|metric| convert.metric(metric)).collect(),
            placeholders: analysis.placeholders.iter().map(|b| convert.placeholder(b)).collect(),
            findings: analysis.findings.iter().map(|finding| convert.finding(finding)).collect(),
            slogans: analysis.slogans.iter().map(|slogan| convert.slogan(slogan)).collect(),
            citations: analysis.citations.iter().map(|c| convert.citation(c)).collect(),
        }
    }
}

/// What every conversion needs.
struct Convert<'a> {
    text: &'a str,
    index: Utf16Index<'a>,
    /// The path to each section.
    paths: Vec<Vec<u32>>,
    analysis: &'a Analysis,
}

impl<'a> Convert<'a> {
    fn document(&self, document: &'a Document) -> DocumentInfo<'a> {
        let Analysis { outline, characters, paragraphs, .. } = self.analysis;
        DocumentInfo {
            name: document.source.name.as_deref(),
            format: document.source.format,
            encoding: document.source.encoding.as_deref(),
            lost_characters: document.source.lost_characters,
            revisions: document.source.revisions,
            notes: &document.source.notes,
            text: &document.text,
            title: outline.frame.title.map(|title| self.index.span(title)),
            genre: outline.genre,
            year: outline.year,
            characters: *characters,
            paragraphs: *paragraphs,
        }
    }

    /// The sections under `parent`, `under` being those under each (the last row: under none).
    fn children(&self, parent: Option<u32>, under: &[Vec<u32>]) -> Vec<Section<'a>> {
        let row = parent.map_or(under.len() - 1, |parent| parent as usize);
        let section = |&index: &u32| {
            let section = &self.analysis.outline.sections[index as usize];
            Section {
                number: &section.number,
                title: &section.title,
                depth: section.depth,
                standard_level: section.standard_level,
                heading: self.index.span(section.heading),
                body: self.index.span(section.body),
                children: self.children(Some(index), under),
            }
        };
        under[row].iter().map(section).collect()
    }

    fn metric(&self, placed: &'a PlacedMetric) -> Metric<'a> {
        let metric = &*placed.at.fact;
        let (value, value_to) = metric.value.as_ref().map_or((None, None), figures);
        Metric {
            name: &metric.name,
            full_name: &metric.full_name,
            text: self.text_at(&placed.at, metric.span),
            span: self.span_at(&placed.at, metric.span),
            value,
            value_to,
            amount: metric.amount().map(|amount| amount.to_string()),
            unit: &metric.unit,
            dimension: metric.dimension,
            kind: metric.kind,
            approximation: metric.approximation,
            status: metric.status,
            scope: metric.scope.as_deref(),
            period: metric.period.as_deref(),
            sentence: self.span_at(&placed.at, metric.sentence),
            section: self.path(&placed.at),
            placeholder: placed.placeholder,
        }
    }

    fn placeholder(&self, placed: &'a PlacedPlaceholder) -> Placeholder<'a> {
        let blank = &*placed.at.fact;
        let metrics = &self.analysis.metrics;
        let metric = placed.metric.and_then(|index| metrics.get(index as usize));
        let metric = metric.map(|metric| &*metric.at.fact);
        let label = match metric {
            Some(metric) if metric.unit.is_empty() => metric.name.clone(),
            Some(metric) => format!("{}（{}）", metric.name, metric.unit),
            None => blank.label.clone(),
        };
        Placeholder {
            text: self.text_at(&placed.at, blank.span),
            span: self.span_at(&placed.at, blank.span),
            r#type: blank.kind,
            convention: &blank.convention,
            severity: blank.severity,
            label,
            unit: metric.map(|metric| metric.unit.as_str()).filter(|unit| !unit.is_empty()),
            group: blank.group.as_deref(),
            section: self.path(&placed.at),
        }
    }

    fn finding(&self, finding: &'a rules::Finding) -> Finding<'a> {
        let edit = |edit: &'a crate::document::Edit| Edit {
            span: self.index.span(edit.span),
            replacement: &edit.replacement,
        };
        Finding {
            rule: &finding.rule,
            severity: finding.severity,
            span: self.index.span(finding.span),
            message: &finding.message,
            related: finding.related.iter().map(|&span| self.index.span(span)).collect(),
            fix: finding.fix.as_ref().map(|fix| fix.iter().map(edit).collect()),
        }
    }

    fn slogan(&self, placed: &'a Placed<crate::citation::Slogan>) -> Slogan<'a> {
        Slogan {
            text: self.text_at(placed, placed.fact.span),
            span: self.span_at(placed, placed.fact.span),
            quoted: placed.fact.quoted,
        }
    }

    fn citation(&self, placed: &'a Placed<crate::citation::Citation>) -> Citation<'a> {
        Citation {
            kind: placed.fact.kind,
            text: self.text_at(placed, placed.fact.span),
            span: self.span_at(placed, placed.fact.span),
        }
    }

    fn text_at<T>(&self, placed: &Placed<T>, span: Span) -> &'a str {
        placed.place(span).of(self.text)
    }

    fn span_at<T>(&self, placed: &Placed<T>, span: Span) -> Span {
        self.index.span(placed.place(span))
    }

    fn path<T>(&self, placed: &Placed<T>) -> Vec<u32> {
        let path = placed.section.and_then(|section| self.paths.get(section as usize));
        path.cloned().unwrap_or_default()
    }
}

/// A value and, of a range, its upper bound.
fn figures(value: &Value) -> (Option<String>, Option<String>) {
    match value {
        Value::Figure(figure) => (Some(figure.to_string()), None),
        Value::Range(from, to) => (Some(from.to_string()), Some(to.to_string())),
        Value::Fraction(part, whole) => (Some(format!("{part}/{whole}")), None),
        Value::Ratio(parts) => {
            let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
            (Some(parts.join(":")), None)
        }
    }
}

/// The sections under each section, and in the last row those under none.
fn children(sections: &[outline::Section]) -> Vec<Vec<u32>> {
    let mut under = vec![Vec::new(); sections.len() + 1];
    for (index, section) in sections.iter().enumerate() {
        let row = section.parent.map_or(sections.len(), |parent| parent as usize);
        under[row].push(index as u32);
    }
    under
}

/// The path to each section: the positions among the siblings, from the top.
fn paths(sections: &[outline::Section]) -> Vec<Vec<u32>> {
    let mut paths: Vec<Vec<u32>> = Vec::with_capacity(sections.len());
    let mut siblings = vec![0_u32; sections.len() + 1];
    for section in sections {
        let row = section.parent.map_or(sections.len(), |parent| parent as usize);
        let mut path =
            section.parent.map_or_else(Vec::new, |parent| paths[parent as usize].clone());
        path.push(siblings[row]);
        siblings[row] += 1;
        paths.push(path);
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::citation::{self, CitationKind};
    use crate::document::{Note, NoteKind, Source};
    use crate::metric::{Approximation, MetricKind, Status};
    use crate::placeholder::{PlaceholderType, Severity};
    use crate::text::Decimal;
    use crate::text::unit::Dimension;
    use serde_json::{Value as Json, json};
    use std::sync::Arc;

    const TEXT: &str = "𠮷县工作总结\n一、甲\n（一）乙。收缴罚没款*万元。\n二、丙";

    fn metric(value: Option<Value>) -> crate::metric::Metric {
        let at = |part: &str| {
            let block = "（一）乙。收缴罚没款*万元。";
            let start = block.find(part).unwrap();
            Span::new(start, start + part.len())
        };
        crate::metric::Metric {
            span: at("*万元"),
            sentence: at("收缴罚没款*万元。"),
            blank: Some(at("*")),
            name: "收缴罚没款".into(),
            full_name: "收缴罚没款".into(),
            value,
            power: 4,
            unit: "万元".into(),
            dimension: Dimension::Money,
            kind: MetricKind::Level,
            approximation: Approximation::AtLeast,
            status: Status::Done,
            scope: None,
            period: Some("2022年".into()),
        }
    }

    /// An analysis with one of everything, all in the third block.
    fn analysis(document: &Document, value: Option<Value>) -> Analysis {
        let offset = document.blocks[2].span.start;
        let mut analysis = Analysis { outline: analyze(document).outline, ..Analysis::default() };
        let metric = metric(value);
        let blank = crate::placeholder::Placeholder {
            span: metric.blank.unwrap_or_default(),
            kind: PlaceholderType::Number,
            convention: "star".into(),
            severity: Severity::Fill,
            label: String::new(),
            group: None,
        };
        let (slogan, cited) = (Span::new(0, 3), Span::new(0, 9));
        analysis.metrics = vec![PlacedMetric {
            at: Placed { fact: Arc::new(metric), offset, section: Some(1) },
            placeholder: Some(0),
        }];
        analysis.placeholders = vec![PlacedPlaceholder {
            at: Placed { fact: Arc::new(blank), offset, section: Some(1) },
            metric: Some(0),
        }];
        let fact = Arc::new(citation::Slogan { span: slogan, quoted: true });
        analysis.slogans = vec![Placed { fact, offset, section: None }];
        let fact = Arc::new(citation::Citation { kind: CitationKind::Number, span: cited });
        analysis.citations = vec![Placed { fact, offset, section: None }];
        analysis.findings = vec![rules::Finding {
            rule: "x".into(),
            severity: rules::Severity::Warning,
            span: Span::new(0, 4),
            message: "错".into(),
            related: vec![Span::new(4, 7)],
            fix: Some(vec![crate::document::Edit {
                span: Span::new(0, 4),
                replacement: "吉".into(),
            }]),
        }];
        analysis
    }

    fn json(value: Option<Value>) -> Json {
        let notes = vec![Note { kind: NoteKind::HiddenText, count: 1 }];
        let document = Document::from_text(Source { notes, ..Source::default() }, TEXT.into());
        let analysis = analysis(&document, value);
        serde_json::to_value(Report::new(&document, &analysis)).unwrap()
    }

    /// Where an object of each interface of `report.d.ts` stands.
    const PLACES: &[(&str, &str)] = &[
        ("Report", ""),
        ("DocumentInfo", "/document"),
        ("Span", "/document/title"),
        ("Note", "/document/notes/0"),
        ("Section", "/outline/0"),
        ("Metric", "/metrics/0"),
        ("Placeholder", "/placeholders/0"),
        ("Finding", "/findings/0"),
        ("Edit", "/findings/0/fix/0"),
        ("Slogan", "/slogans/0"),
        ("Citation", "/citations/0"),
    ];

    /// The fields of an interface in `report.d.ts`.
    fn fields(interface: &str) -> Vec<&'static str> {
        let types = include_str!("report.d.ts");
        let start = types.find(&format!("interface {interface} {{")).expect(interface);
        let body = types[start..].split_once('{').unwrap().1.split_once('}').unwrap().0;
        let code = body.lines().filter(|line| !line.trim_start().starts_with("/**"));
        let mut fields: Vec<&str> = code
            .flat_map(|line| line.split(';'))
            .filter_map(|field| field.split_once(':'))
            .map(|(name, _)| name.trim())
            .collect();
        fields.sort_unstable();
        fields
    }

    #[test]
    fn the_fields_are_those_of_the_contract() {
        let report = json(None);
        for (interface, place) in PLACES {
            let object = report.pointer(place).and_then(Json::as_object).expect(place);
            let mut found: Vec<&str> = object.keys().map(String::as_str).collect();
            found.sort_unstable();
            assert_eq!(found, fields(interface), "{interface}");
        }
        let declared = include_str!("report.d.ts").matches("export interface ").count();
        assert_eq!(declared, PLACES.len(), "an interface is not compared");
    }

    /// The JSON at `place`.
    #[track_caller]
    fn check(report: &Json, place: &str, expected: &Json) {
        assert_eq!(report.pointer(place), Some(expected), "{place}");
    }

    #[test]
    fn offsets_are_utf16_and_sections_are_paths() {
        let report = json(None);
        check(&report, "/schema", &json!(1));
        check(&report, "/document/format", &json!("text"));
        check(&report, "/document/revisions", &json!("accepted"));
        check(&report, "/document/notes/0/kind", &json!("hidden-text"));
        check(&report, "/document/genre", &json!("工作总结"));
        check(&report, "/document/title", &json!({"start": 0, "end": 7}));
        check(&report, "/outline/0/children/0/number", &json!("（一）"));
        check(&report, "/outline/0/children/0/heading", &json!({"start": 12, "end": 16}));
        check(&report, "/outline/0/children/0/standardLevel", &json!(2));
        check(&report, "/outline/1/title", &json!("丙"));
        check(&report, "/metrics/0/span", &json!({"start": 22, "end": 25}));
        check(&report, "/metrics/0/section", &json!([0, 0]));
        check(&report, "/metrics/0/text", &json!("*万元"));
        check(&report, "/findings/0/span", &json!({"start": 0, "end": 2}));
    }

    #[test]
    fn names_are_those_of_the_contract() {
        let report = json(None);
        check(&report, "/metrics/0/value", &Json::Null);
        check(&report, "/metrics/0/approximation", &json!("atLeast"));
        check(&report, "/metrics/0/dimension", &json!("money"));
        check(&report, "/placeholders/0/type", &json!("number"));
        check(&report, "/placeholders/0/label", &json!("收缴罚没款（万元）"));
        check(&report, "/placeholders/0/unit", &json!("万元"));
        check(&report, "/findings/0/severity", &json!("warning"));
        check(&report, "/citations/0/kind", &json!("number"));
    }

    #[test]
    fn figures_are_decimal_strings() {
        let figure = |text: &str| Decimal::parse(text).unwrap();
        let value = |value: Value| {
            let report = json(Some(value));
            ["value", "valueTo", "amount"].map(|field| report["metrics"][0][field].clone())
        };
        assert_eq!(
            value(Value::Figure(figure("1.60"))),
            [json!("1.60"), Json::Null, json!("16000")]
        );
        let range = value(Value::Range(figure("10"), figure("20")));
        assert_eq!(range, [json!("10"), json!("20"), json!("100000")]);
        let third = value(Value::Fraction(figure("1"), figure("3")));
        assert_eq!(third, [json!("1/3"), Json::Null, Json::Null]);
        let ratio = value(Value::Ratio(["22.8", "38.8", "38.4"].map(figure).into()));
        assert_eq!(ratio, [json!("22.8:38.8:38.4"), Json::Null, Json::Null]);
    }
}
