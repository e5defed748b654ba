/*
 * heading.c - sections and their headings: label, number and title as the layout has them.
 */
#include "document/heading.h"
#include "base/arena.h"
#include "html/parts.h"
#include "model/layout.h"

static void write_title(struct html_writer *writer, const struct node *node,
			const struct heading_style *heading)
{
	if (heading->kicker && !heading->opener && node->label[0] != '\0') {
		html_open(writer, "span", "kicker");
		html_words(writer, node->label);
		html_close(writer);
		markup_text(writer->markup, " ");
	}
	if ((heading->number || heading->opener) && node->number[0] != '\0') {
		html_open(writer, "span", "number");
		html_words(writer, node->number);
		html_close(writer);
		markup_text(writer->markup, " ");
	}
	html_open(writer, "span", "title");
	html_text(writer, &node->title);
	html_close(writer);
}

void html_heading(struct html_writer *writer, const struct node *node, unsigned level)
{
	const struct heading_style *heading =
		layout_heading(writer->job->layout, node->section, node->level);
	const char *element = arena_printf(writer->arena, "h%u", level - writer->raised);

	html_open(writer, element, text_role_name(heading->role));
	markup_attribute_printf(writer->markup, "id", "%s.title", node->anchor);
	write_title(writer, node, heading);
	html_close(writer);
	html_newline(writer);
}

/* A field of colour with the heading and the lead in it; returns what follows. */
static const struct node *write_opener(struct html_writer *writer, const struct node *section)
{
	const struct node *first = section->first;
	bool lead = first != NULL && first->kind == NODE_TEXT && first->role == ROLE_LEAD;

	html_open(writer, "div", "opener");
	html_newline(writer);
	html_heading(writer, section, node_heading_level(section));
	if (lead)
		html_node(writer, first);
	html_close(writer);
	html_newline(writer);
	return lead ? first->next : first;
}

void html_section(struct html_writer *writer, const struct node *section)
{
	const struct heading_style *heading =
		layout_heading(writer->job->layout, section->section, section->level);
	const struct node *node = section->first;

	html_open(writer, "section",
		  heading->opener ? "new-page domain"
				  : (heading->new_page || section->new_page ? "new-page" : NULL));
	markup_attribute(writer->markup, "id", section->anchor);
	html_newline(writer);
	if (heading->opener)
		node = write_opener(writer, section);
	else
		html_heading(writer, section, node_heading_level(section));
	for (; node != NULL; node = node->next)
		html_node(writer, node);
	html_close(writer);
	html_newline(writer);
}
