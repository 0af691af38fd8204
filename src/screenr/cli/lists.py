"""`screenr lists`: which lists are held, how old they are, and what each means."""

import typer

from screenr.cli import options
from screenr.cli.text_command import TextCommand, TextGroup

app = typer.Typer(
    cls=TextGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Say which lists are held, how old they are, and what each of them means.",
)


@app.command("status", cls=TextCommand, short_help="How old and how large each list is.")
def status(
    *,
    lists: options.Lists = "*",
    max_age: options.MaxAge = None,
    format_name: options.PageFormatName = None,
    output: options.Output = "-",
    data_dir: options.DataDir = None,
) -> int:
    """Say of each list when it was published and confirmed, how much is in it, and its age."""
    from screenr import config
    from screenr.catalog import open_catalog
    from screenr.cli import output as out
    from screenr.cli import request
    from screenr.formats.list_pages import STATUS

    policy = config.policy_of(lists=lists, max_age_days=max_age)
    chosen = request.format_for(format_name, output, STATUS)
    catalog = open_catalog(data_dir=request.data_dir(data_dir))
    uses = catalog.uses(catalog.select(policy.lists), as_of=request.today())
    limit = config.DEFAULT_MAX_AGE_DAYS if max_age is None else max_age
    out.emit(STATUS[chosen](uses, out.view_of(output), max_age_days=limit), output)
    return 0


@app.command("show", cls=TextCommand, short_help="What one list means.")
def show(
    list_id: options.ListId,
    *,
    format_name: options.PageFormatName = None,
    output: options.Output = "-",
    data_dir: options.DataDir = None,
) -> int:
    """Show what one list is: its agency and law, whom it binds, what it restricts."""
    from screenr.catalog import open_catalog
    from screenr.cli import output as out
    from screenr.cli import request
    from screenr.formats.list_pages import LIST_PAGES, Page

    chosen = request.format_for(format_name, output, LIST_PAGES)
    catalog = open_catalog(data_dir=request.data_dir(data_dir))
    infos = {info.id: info for info in catalog.lists()}
    found = request.chosen(list_id, infos, default=list_id, option="LIST")
    (use,) = catalog.uses((found,), as_of=request.today())
    page = Page(info=infos[found], use=use)
    out.emit(LIST_PAGES[chosen](page, out.view_of(output)), output)
    return 0
