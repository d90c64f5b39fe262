//! What websites are called and what they write into texts. To add one, add it to a row.

use super::InjectedKind::{self, Bait, Boilerplate, Paywall};

/// Sites that share reports and sign the copies (specification §4.2).
#[rustfmt::skip]
pub(super) const SITES: &[&str] = &[
    "笔杆儿网", "笔杆子家园", "笔杆子网", "笔杆网", "第一范文网", "第一文档网", "大文斗范文网", "好范文网", "范文网",
    "新文秘网", "百纳文秘网", "文秘家园", "文秘114", "文秘网", "第一公文网", "公文易网", "公文网", "公务员之家",
    "老秘网", "千文网", "百度文库", "道客巴巴", "豆丁网", "原创力文档", "淘文阁", "人人文库", "金锄头文库", "冰豆网",
    "优知文库", "三一办公", "装配图网", "无忧文档", "爱文库网", "文库网", "学习啦", "应届毕业生网", "瑞文网",
    "九九文章网", "工作总结之家", "党课网", "办公资源网", "公文写作网", "材料之家", "知集Doc", "笔杆子之家", "范文大全网",
    "范文先生网", "范文站", "文秘站", "文秘范文网", "秘书网", "文档网", "总结网", "工作总结网", "述职报告网", "写作网", "觅知网",
];

/// Names of the lexicon that say only the trade, so that 某某范文网 is a longer one.
pub(super) const GENERIC_SITES: &[&str] = &[
    "范文网", "文秘网", "公文网", "文库网", "党课网", "秘书网", "文档网", "总结网", "写作网",
    "范文站", "文秘站",
];

/// How the name of a site ends.
pub(super) const SITE_ENDINGS: &[&str] = &[
    "网", "文库", "题库", "文秘", "之家", "家园", "驿站", "范文", "公文", "文稿", "文汇", "文档",
    "论坛", "写作", "资料站", "文章站", "范文站", "文秘站",
];

/// Words that end like such a name and are none.
pub(super) const NOT_SITES: &[&str] = &[
    "官网", "官方网", "门户网", "政务网", "外网", "内网", "专网", "互联网", "物联网", "电网",
    "管网", "路网", "联网", "上网", "本网", "局域网", "信息网", "服务网",
];

/// Words behind which the sentence says what is done on a site: 在中国采购网发布.
pub(super) const NAME_PREPOSITIONS: &[&str] =
    &["在", "于", "通过", "登录", "登陆", "依托", "借助", "利用", "访问", "进入", "点击", "据"];

/// Words of a report that are in no site's name: 全力促进.
pub(super) const REPORT_VERBS: &[&str] = &[
    "促进", "推进", "推动", "加强", "加快", "开展", "落实", "坚持", "完成", "实现", "深化", "提升",
    "提高", "强化", "全力", "全面", "扎实", "积极", "有效", "持续", "建成", "打造", "开通", "上线",
    "建立", "创建", "开发", "运营", "支撑", "保障", "确保", "助力",
];

/// Addresses that a report may well give: portals of the state, the party and its press.
#[rustfmt::skip]
pub(super) const OFFICIAL_HOSTS: &[&str] = &[
    "people.com.cn", "people.cn", "xinhuanet.com", "news.cn", "cctv.com", "cntv.cn", "xuexi.cn", "gmw.cn", "chinanews.com",
    "chinanews.com.cn", "12371.cn", "12306.cn", "china.com.cn", "cpc.people.com.cn", "qstheory.cn", "youth.cn", "ccdi.gov.cn",
    "chinatax.gov.cn", "court.org.cn", "cnki.net", "wanfangdata.com.cn",
];

/// Words that introduce an address as part of the statement: 官网www.…, 登录www.….
#[rustfmt::skip]
pub(super) const ADDRESS_INTRODUCTIONS: &[&str] = &[
    "网址", "网站", "官网", "登录", "登陆", "访问", "邮箱", "平台", "链接", "查询", "域名", "主页", "网页", "门户", "系统", "网店",
];

/// Words before a watermark that belong to it.
#[rustfmt::skip]
pub(super) const OPENINGS: &[&str] = &[
    "本文来源于", "本文来源", "本文来自", "本文转自", "本文摘自", "本文选自", "本文出自", "文章来源于", "文章来源", "内容来源", "资料来源", "信息来源",
    "来源于", "来源", "来自", "转自", "选自", "摘自", "出自", "本文由", "由", "更多范文尽在", "更多公文尽在", "更多材料尽在", "更多资料尽在", "更多精品尽在", "更多内容尽在", "更多内容请访问", "更多请访问", "请访问", "欢迎访问", "欢迎登录",
    "下载自", "搜集自", "版权归", "请登录", "此文来自", "本报告由", "本材料由", "本资料由", "本文档由", "本篇由", "本文档来自", "本文档下载自", "文档来自",
];

/// How the openings begin behind which every name is a site's.
pub(super) const SITE_OPENINGS: &[&str] = &["本", "此文", "文档", "文章", "更多"];

/// Words behind a watermark that belong to it.
#[rustfmt::skip]
pub(super) const CLOSINGS: &[&str] = &[
    "整理分享", "收集分享", "上传分享", "分享", "收集整理", "整理提供", "搜集整理", "整理收集", "整理发布", "整理", "提供", "收集", "搜集", "首发", "原创首发", "版权所有", "所有",
];

/// A phrase by which a site's note is known.
pub(super) struct Note {
    /// The phrase.
    pub(super) anchor: &'static str,
    /// What kind of note it is.
    pub(super) kind: InjectedKind,
    /// One of these stands in the same sentence or bracket too; empty if the anchor is enough.
    pub(super) with: &'static [&'static str],
    /// Whether the sentence begins with one of [`BAIT_LEADS`].
    pub(super) led: bool,
}

const fn note(anchor: &'static str, kind: InjectedKind, with: &'static [&'static str]) -> Note {
    Note { anchor, kind, with, led: false }
}

const fn led(anchor: &'static str, with: &'static [&'static str]) -> Note {
    Note { anchor, kind: Bait, with, led: true }
}

/// How bait begins; a report that speaks of 公众号 begins otherwise.
#[rustfmt::skip]
pub(super) const BAIT_LEADS: &[&str] = &[
    "更多", "欢迎", "请", "扫码", "扫描", "长按", "点击", "关注", "搜索", "加微信", "加QQ", "微信", "QQ", "添加", "想要", "获取", "免费",
];

/// How else the clauses beside a note begin that belong to it: 欢迎阅读，希望大家能够喜欢.
pub(super) const NOTE_LEADS: &[&str] =
    &["希望", "供", "敬请", "回复", "后台", "如有", "如需", "若需", "若有", "感谢", "仅供"];

/// Words that only such sites use; a clause beside a note that holds one belongs to it.
#[rustfmt::skip]
pub(super) const SITE_WORDS: &[&str] = &[
    "小编", "本站", "本文", "该文", "文档", "网友", "下载", "会员", "预览", "试读", "未读", "范文", "文库", "精品", "公众号", "微信", "QQ", "扫码",
    "二维码", "领取", "转载", "出处", "版权", "侵权", "供大家", "为大家", "给大家", "希望大家", "为您", "客服", "浏览", "收藏", "全文", "精选", "请登录",
    "请访问", "请关注", "请搜索", "请点击", "尽在",
];

/// Words of the trade, and calls, by which bait shows itself in the midst of a sentence.
pub(super) const TRADE_WORDS: &[&str] = &[
    "范文", "文稿", "公文", "干货", "领取", "模板", "精品", "请加", "请关注", "请登录", "请访问",
    "请搜索", "加微信",
];

/// Calls that want an object: 请登录www.…. Where the sentence goes on instead, the bait ends.
pub(super) const CALLS: &[&str] =
    &["请登录", "请登陆", "请访问", "请点击", "请搜索", "请关注", "欢迎访问", "欢迎登录", "尽在"];

/// What such a call may be about, besides a name in quotes or in Latin letters.
pub(super) const CALLED: &[&str] = &[
    "公众号", "微信", "本站", "我们", "网址", "以下", "下方", "此处", "官网", "链接", "本网",
    "网站", "小程序", "抖音", "百度", "客服", "原文",
];

/// Units by which a note counts its own text and price, and no report its work.
pub(super) const NOTE_UNITS: &[&str] =
    &["页", "字", "篇", "份", "套", "个", "元", "章", "节", "种", "条", "年", "月", "日", "天"];

/// The notes of §4.1, W3 to W5.
#[rustfmt::skip]
pub(super) const NOTES: &[Note] = &[
    note("全文共", Paywall, &["显示", "未完", "会员", "阅读"]),
    note("正式会员", Paywall, &["阅读", "省略", "下载"]),
    note("当前仅显示", Paywall, &[]),
    note("当前显示", Paywall, &["字"]),
    note("阅读下面提示信息", Paywall, &[]),
    note("阅读下面的提示信息", Paywall, &[]),
    note("超出免费预览范围", Paywall, &[]),
    note("免费预览", Paywall, &["文档", "页", "结束"]),
    note("页未读", Paywall, &[]),
    note("继续免费阅读", Paywall, &[]),
    note("试读结束", Paywall, &[]),
    note("试读已结束", Paywall, &[]),
    note("开通会员", Paywall, &["文档", "下载", "阅读", "全文"]),
    note("开通VIP", Paywall, &[]),
    note("查看全文", Paywall, &["登录", "会员", "付费", "扫码", "点击"]),
    note("阅读全文", Paywall, &["登录", "会员", "付费", "扫码", "点击", "展开"]),
    note("由会员分享", Boilerplate, &[]),
    note("可在线阅读", Boilerplate, &[]),
    note("小编", Boilerplate, &["整理", "收集", "为大家", "为您", "给大家", "精心", "带来", "分享"]),
    note("欢迎阅读", Boilerplate, &["整理", "希望", "大家", "喜欢", "为您"]),
    note("希望大家能够喜欢", Boilerplate, &[]),
    note("供大家参考", Boilerplate, &["整理", "精选", "收集", "下面是", "以下是", "欢迎"]),
    note("精选推荐", Boilerplate, &["大家", "【"]),
    note("下载word", Boilerplate, &[]),
    note("下载Word", Boilerplate, &[]),
    note("word文档", Boilerplate, &["下载", "可编辑", "修改", "打印"]),
    note("本文网址", Boilerplate, &[]),
    note("本文地址", Boilerplate, &["http", "www"]),
    note("原创文章定制", Boilerplate, &[]),
    note("企业QQ", Boilerplate, &[]),
    note("来源于网友", Boilerplate, &[]),
    note("网友上传", Boilerplate, &[]),
    note("不代表本站", Boilerplate, &[]),
    note("咨询客服老师", Boilerplate, &[]),
    note("本站仅提供", Boilerplate, &[]),
    note("如有侵权", Boilerplate, &["删除", "联系", "告知"]),
    note("侵权请联系", Boilerplate, &[]),
    note("本文档", Boilerplate, &["下载", "会员", "上传", "分享", "整理", "可编辑"]),
    note("文库上搜索", Boilerplate, &[]),
    led("公众号", &["关注", "搜索", "扫码"]),
    led("二维码", &["关注", "领取", "加"]),
    led("微信号", &["：", ":"]),
    led("QQ群", &["：", ":", "加"]),
    led("更多精品", &["请关注", "请访问", "请登录", "请加", "请点击", "请搜索", "请到", "请上", "请在", "关注", "访问", "加微信", "下载", "尽在"]),
    led("更多精彩", &["请关注", "请访问", "请登录", "请加", "请点击", "请搜索", "请到", "请上", "请在", "关注", "访问", "加微信", "下载", "尽在"]),
    led("更多范文", &["请关注", "请访问", "请登录", "请加", "请点击", "请搜索", "请到", "请上", "请在", "关注", "访问", "加微信", "下载", "尽在"]),
    led("更多相关", &["请在", "请访问", "搜索", "尽在"]),
    led("更多资料", &["请关注", "请访问", "请登录", "请加", "请点击", "请搜索", "请到", "请上", "请在", "关注", "访问", "加微信", "下载", "尽在"]),
    led("加微信", &["领取", "获取", "：", ":"]),
    note("转载请注明", Bait, &[]),
    note("请注明出处", Bait, &[]),
    note("版权归", Bait, &["本站", "原作者", "网", "文库"]),
    note("文档下载自", Bait, &[]),
    note("本文来自", Bait, &["网", "文库", "http", "www"]),
    note("本文来源于", Bait, &["网", "文库", "http", "www"]),
    note("本文转自", Bait, &["网", "文库", "http", "www", "公众号"]),
];

/// Lines that are a page's controls and nothing else.
#[rustfmt::skip]
pub(super) const CHROME_LINES: &[&str] = &[
    "打印", "收藏", "下载", "全屏", "加大", "还原", "减小", "】", "【字号：", "字号：", "分享", "分享到", "分享到：", "关闭", "关闭窗口", "打印本页",
    "返回顶部", "返回首页", "上一页", "下一页", "相关报道：", "相关阅读：", "相关链接：", "相关新闻：", "我要纠错", "【打印】", "【关闭】",
    "【打印】【关闭】", "打印 关闭", "字号 大 中 小", "扫一扫在手机打开当前页",
];

/// How other such lines begin.
#[rustfmt::skip]
pub(super) const CHROME_BEGINNINGS: &[&str] = &[
    "【字号", "【字体", "字号：", "字体：", "字体大小", "浏览次数：", "浏览量：", "点击数：", "点击次数：", "阅读次数：", "访问次数：", "责任编辑：", "[责任编辑",
    "（责任编辑", "(责任编辑", "【责任编辑", "分享到：", "上一篇：", "下一篇：", "当前位置：", "您的位置：", "您当前的位置：",
];
