//! What is done about findings: their corrections are adopted, or they are ignored; and which rules
//! are minded at all.

use super::{Draft, short};
use crate::analysis::AnalysisOptions;
use crate::document::Edit;
use crate::rules::{About, Finding, Fix, Selection};
use std::rc::Rc;

impl Draft {
    /// Applies the correction of finding `index`, if it has one.
    pub fn adopt(&mut self, index: u32) {
        let finding = self.session.analysis().findings.get(index as usize);
        let Some((finding, fix)) = finding.and_then(|f| Some((f, f.fix.clone()?))) else { return };
        self.edit(format!("采纳：{}", short(&finding.message)), fix);
    }

    /// Applies the corrections of all findings of a rule that mends whatever it finds, those
    /// aside that are ignored.
    pub fn adopt_all(&mut self, rule: &str) {
        let Some(about) = About::of(rule).filter(|about| about.fix == Fix::Always) else { return };
        let fixes = self.safe_fixes(|finding| finding.rule == rule);
        self.edit(format!("全部采纳：{}", about.title), fixes);
    }

    /// Applies the corrections of finding `index` and of all that are equal to it, those aside that
    /// are ignored, if its rule mends whatever it finds.
    pub fn adopt_equal(&mut self, index: u32) {
        let finding = self.session.analysis().findings.get(index as usize);
        let Some(finding) = finding.filter(|finding| finding.is_safe()) else { return };
        let fixes = self.safe_fixes(|other| other.is_equal(finding));
        self.edit(format!("全部采纳：{}", short(&finding.message)), fixes);
    }

    /// Applies the corrections of all findings of all rules that mend whatever they find, those
    /// aside that are ignored.
    pub fn adopt_safe(&mut self) {
        let fixes = self.safe_fixes(Finding::is_safe);
        self.edit("全部采纳".to_owned(), fixes);
    }

    /// How many findings [`Draft::adopt_safe`] would mend.
    #[must_use]
    pub fn safe(&self) -> usize {
        let findings = self.session.analysis().findings.iter();
        findings.filter(|f| f.is_safe() && f.fix.is_some() && !self.is_ignored(f)).count()
    }

    fn safe_fixes(&self, wanted: impl Fn(&Finding) -> bool) -> Vec<Edit> {
        let findings = self.session.analysis().findings.iter();
        let found = findings.filter(|f| wanted(f) && !self.is_ignored(f));
        found.filter_map(|f| f.fix.clone()).flatten().collect()
    }

    /// Whether a finding is ignored, here or everywhere.
    #[must_use]
    pub fn is_ignored(&self, finding: &Finding) -> bool {
        let rule = finding.rule.as_ref();
        // Most reports have nothing ignored: no key is made then.
        (!self.marks.ignored_rules.is_empty() && self.marks.ignored_rules.contains(rule))
            || (!self.marks.ignored.is_empty()
                && self.marks.ignored.contains(&(finding.span, rule.to_owned())))
    }

    /// Ignores finding `index`, or with `false` minds it again.
    pub fn ignore(&mut self, index: u32, on: bool) {
        let Some(finding) = self.session.analysis().findings.get(index as usize) else { return };
        let key = (finding.span, finding.rule.clone().into_owned());
        let word = if on { "忽略" } else { "恢复" };
        let name = format!("{word}：{}", short(&finding.message));
        self.mark(name, None, |marks| {
            if on {
                marks.ignored.insert(key)
            } else {
                marks.ignored.remove(&key)
            };
        });
    }

    /// Ignores everything that `rule` finds, or with `false` minds it again.
    pub fn ignore_rule(&mut self, rule: &str, on: bool) {
        let Some(about) = About::of(rule) else { return };
        let word = if on { "忽略此类" } else { "恢复此类" };
        self.mark(format!("{word}：{}", about.title), None, |marks| {
            if on {
                marks.ignored_rules.insert(rule.to_owned())
            } else {
                marks.ignored_rules.remove(rule)
            };
        });
    }

    /// Minds these rules from here on, as a step that says `name`. The text is not scanned anew.
    pub fn choose_rules(&mut self, rules: Selection, name: &str) {
        self.mark(format!("规则：{name}"), None, |marks| marks.rules = rules);
        self.mind_rules();
    }

    /// A draft on which nothing is done yet, with the choice of rules of the one before it.
    #[must_use]
    pub fn with_rules(mut self, rules: Selection) -> Self {
        Rc::make_mut(&mut self.marks).rules = rules;
        self.mind_rules();
        self
    }

    /// Lets the analysis say what the rules of the marks say.
    pub(super) fn mind_rules(&mut self) {
        if self.session.options().rules != self.marks.rules {
            let options = AnalysisOptions { rules: self.marks.rules.clone() };
            self.session = Rc::new(self.session.with_options(options));
        }
    }
}
