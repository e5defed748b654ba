/*
 * attributes.c - what an element of the structure says about itself (ISO 32000-1, 14.8.5 and 14.9).
 */
#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/finish_parts.h"
#include "pdf/words.h"

const char *pdf_element_id(const struct pdf_finish *finish, int element)
{
	return arena_printf(finish->arena, "e%07d", element);
}

void pdf_choose_ids(struct pdf_finish *finish)
{
	const struct structure *structure = finish->tree.structure;
	struct pdf_node *nodes = finish->tree.nodes;

	for (size_t i = 0; i < structure->count; i++) {
		const struct structure_element *element = &structure->elements[i];

		if (!nodes[i].kept)
			continue;
		if (element->type == STRUCTURE_NOTE)
			nodes[i].has_id = true;
		for (size_t k = 0; k < element->header_count; k++)
			if (nodes[element->headers[k]].kept)
				nodes[element->headers[k]].has_id = true;
	}
}

static void add_headers(const struct pdf_finish *finish, const struct structure_element *element,
			struct buffer *out)
{
	if (element->header_count == 0)
		return;
	buffer_add_text(out, "/Headers [");
	for (size_t i = 0; i < element->header_count; i++)
		if (finish->tree.nodes[element->headers[i]].has_id)
			buffer_printf(out, "(%s) ", pdf_element_id(finish, element->headers[i]));
	buffer_add_text(out, "] ");
}

static void add_of_cell(const struct pdf_finish *finish, const struct structure_element *element,
			struct buffer *out)
{
	const char *scope = element->scope == SCOPE_COLUMN ? "Column"
			    : element->scope == SCOPE_ROW  ? "Row"
							   : NULL;

	if (scope == NULL && element->columns <= 1 && element->rows <= 1 &&
	    element->header_count == 0)
		return;
	buffer_add_text(out, "/A << /O /Table ");
	if (scope != NULL)
		buffer_printf(out, "/Scope /%s ", scope);
	if (element->columns > 1)
		buffer_printf(out, "/ColSpan %u ", element->columns);
	if (element->rows > 1)
		buffer_printf(out, "/RowSpan %u ", element->rows);
	add_headers(finish, element, out);
	buffer_add_text(out, ">> ");
}

static void add_of_table(const struct structure_element *element, struct buffer *out)
{
	if (element->summary == NULL)
		return;
	buffer_add_text(out, "/A << /O /Table ");
	pdf_add_text_entry(out, "Summary", element->summary);
	buffer_add_text(out, ">> ");
}

static void add_of_list(const struct structure_element *element, struct buffer *out)
{
	static const char *const names[] = { [NUMBERING_NONE] = "None",
					     [NUMBERING_DISC] = "Disc",
					     [NUMBERING_DECIMAL] = "Decimal" };

	buffer_printf(out, "/A << /O /List /ListNumbering /%s >> ", names[element->numbering]);
}

static void add_of_figure(const struct pdf_finish *finish, const struct pdf_node *node,
			  struct buffer *out)
{
	buffer_add_text(out, "/A << /O /Layout /Placement /Block /BBox ");
	pdf_add_box(out, node->box, finish->pages->items[node->page]->height);
	buffer_add_text(out, " >> ");
}

static void add_owned(const struct pdf_finish *finish, int number, struct buffer *out)
{
	const struct structure_element *element = &finish->tree.structure->elements[number];

	switch (element->type) {
	case STRUCTURE_HEADER_CELL:
	case STRUCTURE_DATA_CELL:
		add_of_cell(finish, element, out);
		break;
	case STRUCTURE_TABLE:
		add_of_table(element, out);
		break;
	case STRUCTURE_LIST:
		add_of_list(element, out);
		break;
	case STRUCTURE_FIGURE:
		add_of_figure(finish, &finish->tree.nodes[number], out);
		break;
	case STRUCTURE_DOCUMENT:
	case STRUCTURE_SECTION:
	case STRUCTURE_HEADING:
	case STRUCTURE_PARAGRAPH:
	case STRUCTURE_LIST_ITEM:
	case STRUCTURE_LABEL:
	case STRUCTURE_LIST_BODY:
	case STRUCTURE_TABLE_HEAD:
	case STRUCTURE_TABLE_BODY:
	case STRUCTURE_TABLE_ROW:
	case STRUCTURE_CAPTION:
	case STRUCTURE_CONTENTS:
	case STRUCTURE_CONTENTS_ITEM:
	case STRUCTURE_REFERENCE:
	case STRUCTURE_NOTE:
	case STRUCTURE_LINK:
	case STRUCTURE_SPAN:
	case STRUCTURE_DIVISION:
		break;
	}
}

void pdf_add_attributes(const struct pdf_finish *finish, int number, struct buffer *out)
{
	const struct structure_element *element = &finish->tree.structure->elements[number];

	if (finish->tree.nodes[number].has_id)
		buffer_printf(out, "/ID (%s) ", pdf_element_id(finish, number));
	pdf_add_text_entry(out, "Lang", element->language);
	pdf_add_text_entry(out, "Alt", element->alternative);
	pdf_add_text_entry(out, "ActualText", element->replacement);
	pdf_add_text_entry(out, "E", element->expansion);
	add_owned(finish, number, out);
}
