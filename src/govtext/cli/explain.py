"""`govtext explain`: how a piece of text was read."""

from typing import Annotated

import typer

from govtext.cli import options


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence or two.")],
    *,
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY[-MM[-DD]]", help="When the report was given.")
    ] = None,
    dictionaries: options.Dictionaries = None,
    rules: options.Rules = None,
    no_user_dict: options.NoUserDict = False,
) -> None:
    """Tell how a text is read: its words, what was considered and why it was dropped, what made each record.

    \b
    govtext explain 一个三角债问题已解决，增长5%左右。
    """  # noqa: D301 \b keeps the lines of the example
    from govtext.cli import knowledge
    from govtext.cli.explanations import TABLES, explained
    from govtext.explain.reading import explain_text
    from govtext.pipeline import Extractor
    from govtext.render.visible import visible

    given = options.date(date)
    extractor = Extractor(knowledge.load(dictionaries, rules, no_user_dict=no_user_dict))
    account = explain_text(text, extractor)
    print("words")
    print(visible("    " + " ".join(f"{word.text}/{word.pos}" for word in account.words if word.text.strip())))
    print("\nconsidered")
    for one in account.considered:
        verdict = f"dropped: {one.dropped}" if one.dropped else "kept"
        print(visible(f"    {one.kind:<8} {one.text}  {one.rule}  {verdict}"))
    if not account.considered:
        print("    nothing: no number, no slogan and no name that a dictionary or a rule knows")
    document = extractor.extract_text(text, date=given)
    print("\nfound")
    for table, kind in TABLES.items():
        for record in getattr(document, table):
            print(visible(f"    {record.line}:{record.column} {kind} {record.text}"))
            for line in explained(record, extractor.lexicon):
                print(visible(f"    {line}"))
    if not (document.facts or document.slogans or document.policies):
        print("    nothing")
