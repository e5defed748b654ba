#include <string.h>

#include "base/arena.h"
#include "document/heading.h"
#include "html/parts.h"

static void write_entry(struct html_writer *writer, const struct contents_entry *entry)
{
	html_open(writer, "a", NULL);
	markup_attribute(writer->markup, "href", html_address(writer, entry->target));
	if (entry->target == writer->page && writer->page != NULL)
		markup_attribute(writer->markup, "aria-current", "page");
	if (entry->number[0] != '\0') {
		html_open(writer, "span", "number");
		html_words(writer, entry->number);
		html_close(writer);
		markup_text(writer->markup, " ");
	}
	html_open(writer, "span", "title");
	html_words(writer, entry->title);
	html_close(writer);
	html_close(writer);
}

/* Where the entries of the part that begins at first end; those without a part are one too. */
static size_t end_of_part(const struct node *node, size_t first)
{
	size_t end = first;

	while (end < node->entry_count &&
	       strcmp(node->entries[end].part, node->entries[first].part) == 0)
		end++;
	return end;
}

static void open_list(struct html_writer *writer)
{
	html_open(writer, "ol", NULL);
	html_newline(writer);
}

static void close_element(struct html_writer *writer)
{
	html_close(writer);
	html_newline(writer);
}

/* Items of one level with those below them; returns the first that is of a higher level. */
static size_t write_items(struct html_writer *writer, const struct node *node, size_t at,
			  size_t end)
{
	unsigned level = node->entries[at].level;

	while (at < end && node->entries[at].level >= level) {
		html_open(writer, "li", NULL);
		write_entry(writer, &node->entries[at++]);
		if (at < end && node->entries[at].level > level) {
			html_newline(writer);
			open_list(writer);
			at = write_items(writer, node, at, end);
			html_close(writer);
		}
		close_element(writer);
	}
	return at;
}

static void write_entries(struct html_writer *writer, const struct node *node, size_t at,
			  size_t end)
{
	while (at < end)
		at = write_items(writer, node, at, end);
}

/* A part is an item that holds the list of its sections. */
static void write_part(struct html_writer *writer, const struct node *node, size_t at, size_t end)
{
	html_open(writer, "li", "has-part");
	html_open(writer, "span", "part");
	html_words(writer, node->entries[at].part);
	close_element(writer);
	open_list(writer);
	write_entries(writer, node, at, end);
	close_element(writer);
	close_element(writer);
}

/* The section around a node, whatever boxes lie between; NULL. */
static const struct node *section_around(const struct node *node)
{
	const struct node *around = node->parent;

	while (around != NULL && around->kind != NODE_SECTION)
		around = around->parent;
	return around;
}

void html_contents(struct html_writer *writer, const struct node *node)
{
	const struct node *section = section_around(node);

	if (node->local && node->entry_count == 0)
		return;
	html_open(writer, "nav", node->local ? "section-contents" : "contents");
	markup_attribute(writer->markup, "id", node->anchor);
	/* Several lists of a page are told apart by what they are of. */
	if (section != NULL)
		markup_attribute_printf(writer->markup, "aria-labelledby", "%s.title %s.title",
					node->anchor, section->anchor);
	else
		markup_attribute_printf(writer->markup, "aria-labelledby", "%s.title",
					node->anchor);
	html_newline(writer);
	/* Not raised: the one heading of level 1 is that of the page. */
	if (node->local)
		html_open(writer, "p", "heading-compact");
	else
		html_open(writer, arena_printf(writer->arena, "h%u", node_heading_level(node)),
			  "heading-2");
	markup_attribute_printf(writer->markup, "id", "%s.title", node->anchor);
	html_text(writer, &node->title);
	html_close(writer);
	html_newline(writer);
	open_list(writer);
	for (size_t at = 0, end; at < node->entry_count; at = end) {
		end = end_of_part(node, at);
		if (node->entries[at].part[0] != '\0')
			write_part(writer, node, at, end);
		else
			write_entries(writer, node, at, end);
	}
	close_element(writer);
	close_element(writer);
}

static void write_neighbour(struct html_writer *writer, const struct node *section,
			    enum string_id way, const char *relation)
{
	html_open(writer, "p", relation);
	html_open(writer, "a", NULL);
	markup_attribute(writer->markup, "rel", relation);
	markup_attribute(writer->markup, "href", html_page_name(writer->arena, section));
	html_open(writer, "span", "way");
	html_words(writer, strings_text(writer->job->strings, way));
	html_close(writer);
	markup_text(writer->markup, " ");
	html_open(writer, "span", "title");
	if (section == NULL)
		html_words(writer, writer->job->document->title);
	else
		html_text(writer, &section->title);
	html_close(writer);
	html_close(writer);
	html_close(writer);
	html_newline(writer);
}

void html_sequence(struct html_writer *writer, const struct html_neighbours *neighbours)
{
	if (!neighbours->has_before && neighbours->after == NULL)
		return;
	html_open(writer, "nav", "sequence");
	markup_attribute(writer->markup, "aria-label",
			 strings_text(writer->job->strings, STRING_HTML_SEQUENCE));
	html_newline(writer);
	if (neighbours->has_before)
		write_neighbour(writer, neighbours->before, STRING_HTML_PREVIOUS, "prev");
	if (neighbours->after != NULL)
		write_neighbour(writer, neighbours->after, STRING_HTML_NEXT, "next");
	html_close(writer);
	html_newline(writer);
}
