#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "html/parts.h"

void html_open(struct html_writer *writer, const char *element, const char *class)
{
	markup_open(writer->markup, element);
	markup_attribute(writer->markup, "class", class);
}

void html_close(struct html_writer *writer)
{
	markup_close(writer->markup);
}

void html_newline(struct html_writer *writer)
{
	markup_raw(writer->markup, "\n");
}

void html_words(struct html_writer *writer, const char *words)
{
	const char *end;

	while ((end = strchr(words, '\n')) != NULL) {
		markup_text(writer->markup,
			    arena_strndup(writer->arena, words, (size_t)(end - words)));
		markup_open(writer->markup, "br");
		markup_close_empty(writer->markup);
		words = end + 1;
	}
	markup_text(writer->markup, words);
}

void html_element(struct html_writer *writer, const char *element, const char *class,
		  const char *words)
{
	if (words == NULL || words[0] == '\0')
		return;
	html_open(writer, element, class);
	html_words(writer, words);
	html_close(writer);
	html_newline(writer);
}

void html_text_element(struct html_writer *writer, const char *element, const char *class,
		       const struct text *text)
{
	if (text->count == 0)
		return;
	html_open(writer, element, class);
	html_text(writer, text);
	html_close(writer);
	html_newline(writer);
}

/* -- where links lead --------------------------------------------------------------------------- */

/* The outermost section around a node or the node itself; NULL when it stands in none. */
static const struct node *outermost(const struct node *node)
{
	const struct node *found = node->kind == NODE_SECTION ? node : NULL;

	for (const struct node *around = node->parent; around != NULL; around = around->parent)
		if (around->kind == NODE_SECTION)
			found = around;
	return found;
}

const char *html_page_name(struct arena *arena, const struct node *section)
{
	if (section == NULL)
		return "index.html";
	/* A section may be called like the first page. */
	return strcmp(section->anchor, "index") == 0
		       ? "index-section.html"
		       : arena_printf(arena, "%s.html", section->anchor);
}

const char *html_address(const struct html_writer *writer, const struct node *node)
{
	const struct node *section = writer->pages ? outermost(node) : NULL;

	if (!writer->pages || section == writer->page)
		return arena_printf(writer->arena, "#%s", node->anchor);
	return arena_printf(writer->arena, "%s#%s", html_page_name(writer->arena, section),
			    node->anchor);
}

const char *html_target_words(const struct html_writer *writer, const struct node *target)
{
	return target->label[0] != '\0' ? target->label : text_plain(writer->arena, &target->title);
}

/* -- footnotes ---------------------------------------------------------------------------------- */

static void write_reference(struct html_writer *writer, const struct text_run *run)
{
	const struct note *note = run->note;

	if (note == NULL) {
		markup_text(writer->markup, run->text);
		return;
	}
	writer->notes = arena_grow(writer->arena, writer->notes, writer->note_count,
				   &writer->note_capacity, sizeof(const struct note *));
	writer->notes[writer->note_count++] = note;
	html_open(writer, "sup", NULL);
	html_open(writer, "a", NULL);
	markup_attribute(writer->markup, "role", "doc-noteref");
	markup_attribute_printf(writer->markup, "id", "note:%u:marker", note->number);
	markup_attribute_printf(writer->markup, "href", "#note:%u", note->number);
	markup_attribute(writer->markup, "aria-label", note->name);
	markup_text(writer->markup, run->text);
	html_close(writer);
	html_close(writer);
}

/* The number leads back to the text. */
static void write_note(struct html_writer *writer, const struct note *note)
{
	char number[NUMBER_TEXT_MAX];

	number_format(note->number, (struct number_style){ 0 }, number);
	html_open(writer, "p", NULL);
	markup_attribute(writer->markup, "role", "doc-footnote");
	markup_attribute_printf(writer->markup, "id", "note:%u", note->number);
	html_open(writer, "a", "back");
	markup_attribute(writer->markup, "role", "doc-backlink");
	markup_attribute_printf(writer->markup, "href", "#note:%u:marker", note->number);
	markup_attribute(writer->markup, "aria-label", note->back);
	markup_text(writer->markup, number);
	html_close(writer);
	markup_text(writer->markup, " ");
	html_text(writer, &note->text);
	html_close(writer);
	html_newline(writer);
}

void html_notes(struct html_writer *writer)
{
	if (writer->note_count == 0)
		return;
	html_open(writer, "div", "footnotes");
	html_newline(writer);
	for (size_t i = 0; i < writer->note_count; i++)
		write_note(writer, writer->notes[i]);
	html_close(writer);
	html_newline(writer);
	writer->note_count = 0;
}

/* -- runs --------------------------------------------------------------------------------------- */

/* Opens an element for a side of a run; true when it did, so that it is closed. */
static unsigned open_when(struct html_writer *writer, bool wanted, const char *element,
			  const char *class)
{
	if (wanted)
		html_open(writer, element, class);
	return wanted;
}

static unsigned open_link(struct html_writer *writer, const struct text_run *run)
{
	if (run->href == NULL && run->target == NULL)
		return 0;
	html_open(writer, "a", run->kind == RUN_PAGE ? "page" : NULL);
	markup_attribute(writer->markup, "href",
			 run->href != NULL ? run->href : html_address(writer, run->target));
	return 1;
}

void html_shorthand(struct html_writer *writer, const char *shorthand, const char *words)
{
	/* The letters of a state stand back behind figures; a short word is as dark as others. */
	html_open(writer, "span", shorthand[0] == '[' ? "state" : "said");
	markup_open(writer->markup, "span");
	markup_attribute(writer->markup, "aria-hidden", "true");
	markup_text(writer->markup, shorthand);
	html_close(writer);
	html_open(writer, "span", "vh");
	markup_text(writer->markup, words);
	html_close(writer);
	html_close(writer);
}

/* A name such as "ICB" is told what it means on demand; "[c]" or the "2" of a fifth says nothing to a listener. */
static void write_short_form(struct html_writer *writer, const struct text_run *run)
{
	if (run->heard) {
		html_shorthand(writer, run->text, run->expansion);
		return;
	}
	html_open(writer, "abbr", NULL);
	markup_attribute(writer->markup, "title", run->expansion);
	markup_text(writer->markup, run->text);
	html_close(writer);
}

static void write_words(struct html_writer *writer, const struct text_run *run)
{
	if (run->verdict != VERDICT_NOT_COMPARED)
		html_verdict(writer, run->verdict, NULL);
	else if (run->kind == RUN_NOTE)
		write_reference(writer, run);
	else if (run->kind == RUN_PAGE)
		html_words(writer, html_target_words(writer, run->target));
	else if (run->expansion != NULL)
		write_short_form(writer, run);
	else
		html_words(writer, run->text);
}

static void write_run(struct html_writer *writer, const struct text_run *run)
{
	unsigned open = 0;

	if (run->language != NULL) {
		html_open(writer, "span", NULL);
		markup_attribute(writer->markup, "lang", run->language);
		open++;
	}
	open += open_link(writer, run);
	open += open_when(writer, run->gap, "mark", "gap");
	open += open_when(writer, run->secondary, "span", "secondary");
	open += open_when(writer, run->strong, "strong", NULL);
	open += open_when(writer, run->emphasis, "em", NULL);
	write_words(writer, run);
	while (open-- > 0)
		html_close(writer);
}

void html_text(struct html_writer *writer, const struct text *text)
{
	for (size_t i = 0; i < text->count; i++)
		write_run(writer, text->runs[i]);
}
