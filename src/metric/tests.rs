use super::*;

/// The blanks of a line in which every run of `*` is one.
fn stars(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (i, _) in text.char_indices().filter(|(_, c)| *c == '*') {
        match spans.last_mut() {
            Some(span) if span.end as usize == i => span.end += 1,
            _ => spans.push(Span::new(i, i + 1)),
        }
    }
    spans
}

fn printed(value: Option<&Value>) -> String {
    match value {
        None => "?".to_owned(),
        Some(Value::Figure(figure)) => figure.to_string(),
        Some(Value::Range(from, to)) => format!("{from}~{to}"),
        Some(Value::Fraction(top, bottom)) => format!("{top}/{bottom}"),
        Some(Value::Ratio(parts)) => {
            parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(":")
        }
    }
}

/// `expected` lists the metrics of `text` as `surface name value unit`, separated by `; `.
#[track_caller]
fn check(text: &str, expected: &str) {
    let metrics = find(text, Surroundings { blanks: &stars(text), opaque: &[] });
    let found: Vec<String> = metrics
        .iter()
        .map(|m| {
            let parts = [m.span.of(text), &m.name, &printed(m.value.as_ref()), &m.unit];
            parts.join(" ").trim_end().to_owned()
        })
        .collect();
    assert_eq!(found.join("; "), expected);
}

#[test]
fn the_number_behind_or_before_its_noun() {
    check("整治背街小巷*条，取缔*处非法采矿点。", "*条 整治背街小巷 ? 条; *处 取缔非法采矿点 ? 处");
    check("完成*套棚户区改造和*户危房改造任务", "*套 棚户区改造 ? 套; *户 危房改造 ? 户");
    check("28个产业链", "28个 产业链 28 个");
}

#[test]
fn siblings_inherit_the_verb() {
    check("清理卫生死角*余处、垃圾*余吨", "*余处 清理卫生死角 ? 处; *余吨 清理垃圾 ? 吨");
    check("涉及3个镇12个村", "3个 涉及镇 3 个; 12个 涉及村 12 个");
}

#[test]
fn dimension_nouns_and_predicates_take_the_subject() {
    check("划拨土地3宗，面积5公顷", "3宗 划拨土地 3 宗; 5公顷 划拨土地面积 5 公顷");
    check(
        "城区382起违法建筑已处理*宗，剩余存量*户",
        "382起 城区违法建筑 382 起; *宗 城区违法建筑已处理 ? 宗; *户 城区违法建筑剩余存量 ? 户",
    );
}

#[test]
fn changes_have_a_sign_and_two_ends() {
    check(
        "固定资产投资下降2.4%，居全市第9位",
        "2.4% 固定资产投资下降 -2.4 %; 第9位 固定资产投资全市排名 9 位",
    );
    check("覆盖率从2020年的51%提升到2025年的70%", "51% 覆盖率 51 %; 70% 覆盖率 70 %");
}

#[test]
fn lists_are_told_apart() {
    check(
        "城镇、农村居民人均可支配收入达到38381元、15187元，分别增长4.9%、6.8%。",
        "38381元 城镇居民人均可支配收入 38381 元; 15187元 农村居民人均可支配收入 15187 元; \
         4.9% 城镇居民人均可支配收入增长 4.9 %; 6.8% 农村居民人均可支配收入增长 6.8 %",
    );
    check("黄金、镍产量分别增长5%、3%", "5% 黄金产量增长 5 %; 3% 镍产量增长 3 %");
}

#[test]
fn shares_are_of_something() {
    check("其中本县户籍占百分之六十一", "百分之六十一 本县户籍占比 61 %");
    check("发展党员*名，其中生产一线占*%", "*名 发展党员 ? 名; *% 生产一线占比 ? %");
    check("本县户籍8人，占61%", "8人 本县户籍 8 人; 61% 本县户籍占比 61 %");
    check("流失率高达六成多。", "六成多 流失率 6 成");
}

#[test]
fn a_numeral_is_no_figure() {
    for text in [
        "2022年副县长述职报告", "截至12月31日", "PM2.5", "5G基站", "地铁3号线",
        "第七次全国人口普查", "第一书记", "数十年如一日", "8:30—17:30", "百亿元大关",
        "千亿级产业集群", "新增三千亿元城市", "十二届十一次全会", "居全国前10位", "220千伏变电站",
        "20万吨级码头", "65岁以上老年人", "一批重大项目", "两个方面",
    ] {
        check(text, "");
    }
}

#[test]
fn hostile_text_is_read_in_one_pass() {
    for unit in [
        "1", "１", "*", "一", "第", "翻", "“", "（", "1、", "1:", "1—", "从1个增加到", "百分之",
        "，1个",
    ] {
        let text = unit.repeat(30_000 / unit.len());
        let _ = find(&text, Surroundings { blanks: &stars(&text), opaque: &[] });
    }
}
