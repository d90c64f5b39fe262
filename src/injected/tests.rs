//! What websites splice in, and what stays.

use super::InjectedKind::*;
use super::*;

/// `text` with every repair applied.
fn repaired(text: &str) -> String {
    let mut edits: Vec<Edit> = find(text).into_iter().flat_map(|piece| piece.repair).collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
    edits.into_iter().fold(text.to_owned(), |mut text, edit| {
        text.replace_range(edit.span.range(), &edit.replacement);
        text
    })
}

/// Checks kind and repair of each line, which is a block.
#[track_caller]
fn check(text: &str, kinds: &[InjectedKind], expected: &str) {
    let found: Vec<_> = find(text).iter().map(|piece| piece.kind).collect();
    assert_eq!(found, kinds, "{text}");
    assert_eq!(repaired(text), expected);
}

#[test]
fn watermarks_in_sentences() {
    let w1 = &[SiteWatermark];
    check("…考核指标在全市率先完成。笔杆儿网www.bgzjy.cn", w1, "…考核指标在全市率先完成。");
    check(
        "已启动调查、测绘程序，笔杆儿网，www.biganzijiayuan.com进入办案和审批结案阶段。",
        w1,
        "已启动调查、测绘程序，进入办案和审批结案阶段。",
    );
    check("（本文来源：第一范文网www.diyifanwen.com）进入下一阶段", w1, "进入下一阶段");
    check("百日www.bgzjy.cn攻坚", &[BareAddress], "百日攻坚");
    check("笔杆儿网，www.biganzijiayuan.com19号线", w1, "19号线");
    check("增长5%笔杆儿网www.bgzjy.cn，居全市第1", w1, "增长5%，居全市第1");
    check("程序，笔杆儿网www.bgzjy.cn，进入", w1, "程序，进入");
    check("程序，笔杆儿网www.bgzjy.cn。", w1, "程序。");
    check("完成。笔杆儿网www.bgzjy.cn，进入", w1, "完成。进入");
    check("完成。 某某范文网 www.abc.com", w1, "完成。");
    check("（一）全力促进笔杆儿网www.bgzjy.cn经济平稳发展", w1, "（一）全力促进经济平稳发展");
    check("支撑笔杆儿网www.bgzjy.cn力", w1, "支撑力");
    check("（由笔杆儿网www.bgzjy.cn整理提供）", w1, "");
    check("案例1起，稿友之家,www.gaoyouzhijia.cn以案促改", w1, "案例1起，以案促改");
    check("全部清零。乡土文秘网（www.xtwenmi.cn）", w1, "全部清零。");
    check("本文来源：法务文汇网（www.fawuwenhui.com）", w1, "");
    check("完成全年目标。下载自千稿文库www.qiangaowk.com", w1, "完成全年目标。");
    check("抓好环节(范文114网 www.fanwen114x.com)，补齐短板。", w1, "抓好环节，补齐短板。");
    check("举办12场，文章来源：秘书帮www.mishubang.com，群众参与。", w1, "举办12场，群众参与。");
    check("本报告由交文通（jiaowentong.vip）整理分享，转载请注明出处", w1, "");
    check("全力促进范文网www.abc.com经济发展", w1, "全力促进经济发展");
    check("工作有序推进。百度文库", w1, "工作有序推进。");
}

#[test]
fn notes_of_sites() {
    let cut = "……(新文秘网https://www.wm114.cn省略854字,正式会员可完整阅读)";
    check(cut, &[Paywall], "");
    assert_eq!(find(cut)[0].missing_characters, Some(854));
    let shown = "加强领导……(未完,全文共6831字,当前仅显示2399字,请阅读下面提示信息。";
    check(shown, &[Paywall], "加强领导");
    assert_eq!(find(shown)[0].missing_characters, Some(4432));
    check("(未完,全文共2149字,当前显示489字)", &[Paywall], "");
    check("(请认真阅读下面的提示信息)", &[Paywall], "");
    check("亲,该文档总共34页,到这儿已超出免费预览范围", &[Paywall], "");
    check("剩余6页未读 继续免费阅读", &[Paywall], "");
    check("试读结束，开通会员文档无限下载使用", &[Paywall], "");
    check(
        "《述职报告.docx》由会员分享,可在线阅读,更多相关《述职报告》请在优知文库上搜索。",
        &[Boilerplate],
        "",
    );
    check(
        "#第一文档网# 导语】以下是®第一文档网的小编为您整理的《述职报告》,欢迎阅读!",
        &[Boilerplate],
        "",
    );
    check("下载word有问题请添加QQ:admin处理", &[Boilerplate], "");
    check("小编为大家整理的述职报告，欢迎阅读，希望大家能够喜欢。", &[Boilerplate], "");
    check("本文网址：https://www.91wenmi.com/a/1.html", &[Boilerplate], "");
    check("下面是小编为大家整理的述职报告【精选推荐】,供大家参考。", &[Boilerplate], "");
    check("一文来源于网友上传，不代表本站观点，若需要原创文章可咨询客服老师", &[Boilerplate], "");
    check("更多精品文章请关注公众号“笔杆子之家”", &[Bait], "");
    check("转载请注明出处", &[Bait], "");
}

/// A note takes along what is the site's and nothing of the report's sentence.
#[test]
fn notes_in_sentences() {
    check(
        "同比下降8.7%，本文来自政法文稿网 www.zfwengao.net ，更多精品范文请登录满意度达99.1%，居全市第*。",
        &[SiteWatermark],
        "同比下降8.7%，满意度达99.1%，居全市第*。",
    );
    let bait = &[Bait];
    check("成效明显，更多范文请关注公众号“某某”，群众满意。", bait, "成效明显，群众满意。");
    check("成效明显，更多范文请登录群众满意度提升。", bait, "成效明显，群众满意度提升。");
    check("满意度达99%更多范文请关注公众号。", bait, "满意度达99%。");
    check("干部作风好转。更多范文请加微信号：wenmi8866", bait, "干部作风好转。");
    check("关注公众号“区县公文圈”，回复“述廉”领取更多范文", bait, "");
    check("完成98%，想要更多资料请加QQ群：123456，居第3位。", bait, "完成98%，居第3位。");
    check("本文档由会员上传，仅供参考，请于24小时内删除", &[Boilerplate], "");
    check("群众满意，转载请注明出处，全年增长5%。", bait, "群众满意，全年增长5%。");
    check(
        "下面是小编为大家整理的20**年度述职报告，供大家参考，希望能够帮助到大家。",
        &[Boilerplate],
        "",
    );
}

#[test]
fn codes_chrome_and_splices() {
    check("述职报告的撰写格式+ O2 W- O: E/ I5 L9 Z", &[JamCode], "述职报告的撰写格式");
    check("6 t, M1 o( t\" |+ ?4 f- L9 T ^% s E6 w/ M5 ~: l' }", &[JamCode], "");
    check("【字号：大 中 小】", &[PageChrome], "");
    check("责任编辑：王某", &[PageChrome], "");
    check(
        "完成税收收入XX万元，非税收\n2、入XX万元",
        &[SpliceMarker],
        "完成税收收入XX万元，非税收入XX万元",
    );
    check("1、加强学习\n2、加强领导", &[], "1、加强学习\n2、加强领导");
}

#[test]
fn what_belongs_to_the_report() {
    for text in [
        "据新华网、人民网报道",
        "关注“学习强国”平台",
        "县政府门户网站www.xx.gov.cn公开",
        "完成5G+AI 项目 A、B、C 三类",
        "在人民网www.people.com.cn发表文章3篇",
        "企业登录www.abc.com申报",
        "公司官网：www.abc.com",
        "开通微信公众号，群众关注量达3万人",
        "引导群众关注公众号“平安法治”",
        "在百度文库、道客巴巴等平台查重",
        "建成公务员之家3处",
        "联系人：王某，微信号：abc123",
        "| a | b | c | 1 |",
        "x + y = z, a - b = 3",
        "加强文秘网络建设",
        "全文共五章三十条",
        "来源：湖北日报",
        "关注微信公众号的群众达到3万人。",
        "欢迎各界人士关注县融媒体公众号，全年推送作品500件",
        "在中国采购网www.zgcg.com发布公告3次",
        "开通“鄱湖农产品网”（www.phncp.com）",
        "建强宣传阵地，关注公众号“平安法治”人数达3万人",
        "为群众送上更多精彩演出，访问量达3万人次",
    ] {
        check(text, &[], text);
    }
}

/// Completes on a megabyte of what could make a scanner go back again and again.
#[test]
fn pathological() {
    for unit in [
        "*", "1", "“", "《", "（", "x", "x.", "(", "小编", "www.", "\n1、", " ", "a ", "（小编",
        "笔杆儿网", "。", "小编，", "小编更多范文，5%", "请关注公众号，", "文网www.a.cn",
    ] {
        let _ = find(&unit.repeat((1 << 20) / unit.len()));
    }
}
