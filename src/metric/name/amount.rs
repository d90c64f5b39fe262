//! Amounts: the number behind or before its noun, and what is taken from earlier measures.

use super::{Namer, Naming, is_connector, plain};
use crate::metric::grammar::Form;
use crate::metric::lexicon::{CONTINUING, DIMENSION_NOUNS, LIGHT_VERBS, OPENERS, REACHING};
use crate::metric::phrase::{self, Head};
use crate::text::scanner::{is_blank, is_han};
use crate::text::unit::Dimension;
use crate::text::words::{Words, longest_prefix, longest_suffix, starts_with_any};

impl<'t> Namer<'t> {
    /// An amount: the number behind or before its noun (1–7).
    pub(super) fn counted(&mut self, index: usize, left: &'t str) -> Naming {
        let run = self.run_length(index);
        self.level(index, left, run)
    }

    fn level(&mut self, index: usize, left: &'t str, run: usize) -> Naming {
        if self.adjoins(index) {
            let naming = self.dual(index);
            self.remember(&naming);
            return naming;
        }
        if left.ends_with("连续") {
            let rest = self.right_to_clause_end(index);
            return plain([self.state.subject.as_str(), "连续", rest].concat());
        }
        let (right, more) = self.right(index);
        let head = phrase::head(right, more);
        let words = phrase::trim_trailing(phrase::trim_leading(phrase::behind_masks(left)));
        let naming = if head.noun.is_empty() || run > 1 || self.is_attributive(index, words, right)
        {
            self.number_last(index, words, left, head, run)
        } else {
            self.number_first(index, words, head)
        };
        // 完成年度预算的102% and 在…中 say something of the subject, and are none themselves.
        let aside = self.found[index].dimension == Dimension::Ratio && left.ends_with('的')
            || self.is_base_of_share(index)
            || left.trim_start_matches('，').starts_with('在');
        if self.state.subject.is_empty() || !aside {
            self.remember(&naming);
        }
        naming
    }

    /// 完成年度预算24.6亿元的74.9%: what the share is of, which nothing later speaks of.
    fn is_base_of_share(&self, index: usize) -> bool {
        let tail = self.found[index].tail as usize;
        let next = self.found.get(index + 1).filter(|next| next.dimension == Dimension::Ratio);
        next.is_some_and(|next| self.text.get(tail..next.span.start as usize) == Some("的"))
    }

    /// 总投资3亿元的项目: what stands behind 的 is measured by the noun before it. A fraction
    /// measures what stands behind it all the same (三分之一以上的行政村).
    fn is_attributive(&self, index: usize, words: &str, right: &str) -> bool {
        right.starts_with('的') && !words.is_empty() && self.found[index].form != Form::Fraction
    }

    /// 整治背街小巷*条: the number stands behind its noun (4, POST).
    pub(super) fn number_last(
        &mut self,
        index: usize,
        words: &str,
        left: &str,
        head: Head<'_>,
        run: usize,
    ) -> Naming {
        if words.is_empty() {
            return self.nameless(index, left, head);
        }
        let times = self.found[index].unit == "倍";
        if let Some((what, with)) = phrase::compared(left).filter(|_| times) {
            let what = if what.is_empty() { self.state.subject.as_str() } else { what };
            return plain([what, "与", with, "之比"].concat());
        }
        if let Some(name) = self.of_subject(index, words, left) {
            return plain(name);
        }
        let adverbless = phrase::without_inner_adverbs(&phrase::without_actor(words));
        let object = phrase::trim_light_verbs(&adverbless);
        let object = if object.is_empty() { adverbless.as_str() } else { object };
        let mut name = self.with_owner(object);
        if self.found[index].dimension == Dimension::Ratio
            || self.found[index].form == Form::Fraction
        {
            name = share_of(&name);
        }
        if left.contains("其中") {
            name = self.part_of_subject(name);
        }
        if starts_with_sibling(left) {
            name = self.inherit(name);
        }
        if run > 1 {
            self.state.group = phrase::split_objects(&name, run).unwrap_or_default();
            self.state.used = 1;
            if let Some(first) = self.state.group.first() {
                name.clone_from(first);
            }
        }
        Naming { full_name: words.to_owned(), ..plain(name) }
    }

    /// 取缔*处非法采矿点: the number stands before its noun (4, PRE).
    fn number_first(&mut self, index: usize, words: &str, head: Head<'_>) -> Naming {
        self.state.consumed = self.found[index].tail as usize + head.len;
        let bare = phrase::trim_light_verbs(words);
        // 荆州、孝感、黄冈3个城市: the enumeration is counted, not part of the name.
        let bare =
            if bare.contains('、') { phrase::leading_verb(bare).unwrap_or("") } else { bare };
        let shares_front = words.is_empty() && self.same_clause(index) && self.joined(index);
        let adverbless = if shares_front {
            self.state.front.clone()
        } else {
            phrase::without_inner_adverbs(&phrase::without_actor(bare))
        };
        self.state.front.clone_from(&adverbless);
        let mut name = [&adverbless, head.noun].concat();
        if adverbless.is_empty() {
            name = predicated(&head, self.found[index].form).unwrap_or(name);
        }
        if self.found[index].form == Form::Fraction && !name.ends_with("占比") {
            name.push_str("占比");
        }
        if self.state.topic.is_empty() {
            let front = if phrase::verb_at(&adverbless).is_some() { "" } else { &adverbless };
            self.state.topic = [front, head.noun].concat();
        }
        let full_name = [words, head.noun].concat();
        Naming { full_name, ..plain(name) }
    }

    /// Whether measure `index` directly follows another: 42件45人.
    fn adjoins(&self, index: usize) -> bool {
        self.same_clause(index) && self.found[index - 1].tail == self.found[index].span.start
    }

    /// Whether nothing but a noun and 、 or 和 lies between this measure and the one before it.
    fn joined(&self, index: usize) -> bool {
        let end = self.found[index].span.start as usize;
        let left = self.text.get(self.state.consumed..end).unwrap_or("");
        left.is_empty() || is_connector(left)
    }

    /// No word of its own: a second measure of the same thing, or a second mention.
    fn nameless(&mut self, index: usize, left: &str, head: Head<'_>) -> Naming {
        if self.same_clause(index) && left.is_empty() && !self.state.front.is_empty() {
            // 减免3544户企业税费2.67亿元: the second measures what the first did.
            return plain(self.last_name());
        }
        if !head.predicate.is_empty()
            && !self.state.topic.is_empty()
            && !starts_light(head.predicate)
        {
            // 已有*户主动申请处置: the predicate stands behind.
            return plain([self.state.topic.as_str(), head.predicate].concat());
        }
        if !head.predicate.is_empty() && !self.names.is_empty() && !self.state.subject.is_empty() {
            return plain([self.bare_topic(), head.predicate].concat());
        }
        if index > 0 && self.is_base_of_share(index - 1) {
            return plain(self.last_name());
        }
        if !self.state.subject.is_empty() {
            return plain(self.state.subject.clone());
        }
        let label = match self.label_before(index) {
            "" => self.cell_before(index),
            label => label,
        };
        let predicate = head.predicate.trim_start_matches(['被', '已', '均', '可']);
        plain(if label.is_empty() { predicate } else { label }.to_owned())
    }

    /// 42件45人: two measures of one thing, told apart by their units.
    fn dual(&mut self, index: usize) -> Naming {
        let measure = &self.found[index];
        let first = &self.found[index - 1];
        let Some(previous) = self.names.last_mut() else { return Naming::default() };
        let base = previous.name.clone();
        let noun = match measure.dimension {
            Dimension::Length => "里程",
            Dimension::Area => "面积",
            Dimension::Money => "金额",
            _ => "",
        };
        if !noun.is_empty() {
            return plain([&base, noun].concat());
        }
        let suffixed = |unit: &str| format!("{base}（{}）", unit.trim_start_matches(['万', '亿']));
        let own = suffixed(&measure.unit);
        if !measure.unit.ends_with("人次") && !base.ends_with('）') {
            *previous = plain(suffixed(&first.unit));
        }
        plain(own)
    }

    /// A bare dimension noun or a continuing predicate gets the object it speaks of (6, 7).
    fn of_subject(&self, index: usize, words: &str, left: &str) -> Option<String> {
        if self.names.is_empty() || self.state.subject.is_empty() {
            return None;
        }
        if words.starts_with('占') && self.found[index].dimension == Dimension::Ratio {
            let words = if words == "占" { "占比" } else { words };
            return Some([self.state.subject.as_str(), words].concat());
        }
        if self.found[index].form == Form::Fraction
            && starts_with_any(phrase::trim_leading(left), &["达到", "达", "约占"])
        {
            return Some(
                [self.state.subject.as_str(), "占", phrase::trim_light_verbs(words)].concat(),
            );
        }
        if REACHING.contains(words) {
            return Some([self.last_name().as_str(), words].concat());
        }
        let noun = phrase::trim_light_verbs(words);
        if DIMENSION_NOUNS.contains(words) || DIMENSION_NOUNS.contains(noun) {
            let noun = if DIMENSION_NOUNS.contains(words) || self.state.verb.is_empty() {
                words
            } else {
                noun
            };
            return Some([self.last_object(noun).as_str(), noun].concat());
        }
        let written = left.trim_start_matches(|c| is_blank(c) || matches!(c, '、' | '，' | '\n'));
        let written = written.strip_prefix("其中").unwrap_or(written);
        let written = phrase::trim_trailing(written);
        let done = written
            .strip_prefix('已')
            .is_some_and(|rest| !rest.is_empty() && longest_prefix(rest, &LIGHT_VERBS).is_none());
        (done || CONTINUING.contains(written)).then(|| [self.bare_topic(), written].concat())
    }

    /// A bare noun such as 增速 needs its owner even where more words stand before it.
    pub(super) fn with_owner(&self, own: &str) -> String {
        if DIMENSION_NOUNS.contains(own) && !self.state.subject.is_empty() && !self.names.is_empty()
        {
            return [self.last_object(own).as_str(), own].concat();
        }
        own.to_owned()
    }

    /// 汽车保有量…，其中新能源汽车…: a part is measured like its whole.
    fn part_of_subject(&self, part: String) -> String {
        let whole = self.state.subject.as_str();
        let shared =
            whole.char_indices().map(|(i, _)| i).rfind(|&i| i >= 6 && part.ends_with(&whole[..i]));
        match shared {
            Some(end) => [&part, &whole[end..]].concat(),
            None => part,
        }
    }

    /// The previous name as the object of a dimension noun.
    fn last_object(&self, noun: &str) -> String {
        let last = self.last_name();
        // 进出口总额 and its 增速: a rate is of the whole name, an area is of the object.
        let relative =
            longest_suffix(noun, &["增速", "增幅", "占比", "比重", "比例", "份额"]).is_some();
        // 漏损率…，完成投资14亿元: a rate owns no investment, nor does a sum (合同额…，完成产值…).
        if !relative && last.ends_with(['率', '比', '度', '额', '值']) {
            return String::new();
        }
        // 新增平台5个，总数达43个: the total is of all platforms.
        let all = longest_suffix(noun, &["总数", "总量"]).is_some();
        let last = match longest_prefix(&last, &["新增", "新建", "新设", "新培育", "新认定"])
        {
            Some(verb) if all && last.len() > verb.len() => last[verb.len()..].to_owned(),
            _ => last,
        };
        match longest_suffix(&last, &DIMENSION_NOUNS).filter(|_| !relative) {
            // 总投资6.8亿元，完成投资4.1亿元: neither is the object of the other.
            Some(noun) if last.len() == noun.len() => String::new(),
            Some(noun) if last.len() > noun.len() => last[..last.len() - noun.len()].to_owned(),
            _ => last,
        }
    }

    /// The sentence's topic, which is the first measure's noun.
    fn bare_topic(&self) -> &str {
        if self.state.topic.is_empty() { &self.state.subject } else { &self.state.topic }
    }

    /// Gives a sibling the verb before it: 清理卫生死角、垃圾 (5).
    fn inherit(&self, name: String) -> String {
        let verb = self.state.verb.as_str();
        let own = phrase::leading_verb(&name).is_some()
            || longest_prefix(&name, &LIGHT_VERBS).is_some()
            || phrase::is_indicator(&name);
        if verb.is_empty() || own || !name.chars().next().is_some_and(is_han) {
            return name;
        }
        [verb, &name].concat()
    }
}

/// 本县户籍占61%: the share of the county's own.
fn share_of(name: &str) -> String {
    let part = ["仅占", "约占", "占到", "占"].iter().find_map(|word| name.strip_suffix(word));
    match part.map(|part| part.trim_end_matches('的')) {
        Some(part) if !part.is_empty() => [part, "占比"].concat(),
        _ => name.replace("仅占", "占"),
    }
}

/// Whether what stands before a measure begins as the next item of a list.
fn starts_with_sibling(left: &str) -> bool {
    left.trim_start_matches(is_blank).starts_with(['、', '和', '及', '与'])
}

/// Whether a predicate adds nothing to a name: 已完成整改, 全部完成.
fn starts_light(predicate: &str) -> bool {
    static IGNORED: Words = Words::new(&[
        "平均", "户均", "人均", "亩均", "年均", "日均", "月均", "超过", "突破", "超", "达", "累计",
        "共计", "合计", "投入", "开展", "进行", "举行", "还", "仍", "出现", "拿出", "已", "均",
        "全部", "被", "得到", "并", "完成", "实现", "达到", "同比", "较上年", "比上年", "为", "是",
        "占", "居", "排", "有", "现已", "目前", "正在", "顺利", "按期", "如期", "基本", "增长",
        "下降", "提高", "提升", "增加", "减少", "位居", "位列", "推进", "运行", "实施", "用于",
        "覆盖", "惠及", "带动", "取得", "进入", "通过",
    ]);
    starts_with_any(predicate, &IGNORED)
}

/// 干部参与 → 参与干部; 行政村建成示范村 → 建成示范村的行政村 (4, a head with a predicate).
fn predicated(head: &Head<'_>, form: Form) -> Option<String> {
    let predicate = head.predicate.trim_matches(is_blank);
    if predicate.is_empty() || starts_light(predicate) && form != Form::Fraction {
        return None;
    }
    let predicate = &predicate[..predicate.find(['、', '（', '“']).unwrap_or(predicate.len())];
    let verb = longest_prefix(predicate, &OPENERS).unwrap_or("");
    let object = &predicate[verb.len()..];
    let particle = if object.is_empty() || longest_prefix(object, &OPENERS) == Some(object) {
        ""
    } else {
        "的"
    };
    (predicate.chars().count() <= 16).then(|| [predicate, particle, head.noun].concat())
}
