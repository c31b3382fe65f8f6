namespace IntegrationPlatform.Imdinett.Pages;

/// <summary>The one style sheet; no fonts or images from elsewhere.</summary>
internal static class Style
{
    public const string Sheet = """
        :root { color-scheme: light dark; --ink: #1d2733; --soft: #5a6775; --line: #d6dde4; --card: #fff; --back: #f3f5f7; --mark: #0b5c7d; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6ebf0; --soft: #9fadba; --line: #36424e; --card: #1c242c; --back: #12181e; --mark: #7cc4e2; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--back); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
        header { background: var(--card); border-bottom: 1px solid var(--line); padding: .8rem 1.2rem; }
        header a { font-weight: 700; color: var(--ink); text-decoration: none; }
        header span { font-weight: 400; color: var(--soft); margin-left: .5rem; }
        main { max-width: 62rem; margin: 0 auto; padding: 1.2rem; }
        h1 { font-size: 1.7rem; margin: .6rem 0 1rem; }
        h2 { font-size: 1.15rem; margin: 1.8rem 0 .6rem; color: var(--soft); font-weight: 600; }
        h3 { font-size: 1.25rem; margin: 0; }
        h4 { font-size: 1rem; margin: 1.1rem 0 .3rem; color: var(--mark); }
        a { color: var(--mark); }
        article { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.2rem; margin: 0 0 1rem; }
        table { border-collapse: collapse; width: 100%; background: var(--card); }
        .scroll { overflow-x: auto; }
        th, td { text-align: left; padding: .45rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; }
        th { color: var(--soft); font-weight: 600; font-size: .9rem; }
        td.number { text-align: right; font-variant-numeric: tabular-nums; }
        dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .15rem 1rem; margin: .3rem 0; }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; }
        ul { margin: .1rem 0; padding-left: 1.1rem; }
        p.note { white-space: pre-wrap; border-left: 3px solid var(--mark); padding-left: .8rem; margin: .4rem 0; }
        .tag { display: inline-block; border: 1px solid var(--line); border-radius: 1rem; padding: 0 .6rem; font-size: .85rem; color: var(--soft); margin-left: .5rem; }
        .empty { color: var(--soft); }
        @media (max-width: 36rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
        """;
}
