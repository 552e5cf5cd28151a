"""`govtext schema`: the JSON Schema of what `extract --json` prints."""


def schema() -> None:
    """Print the JSON Schema of a document.

    govtext schema > govtext.schema.json
    """
    import json

    from govtext.model import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
