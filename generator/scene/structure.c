#include "scene/structure.h"

#include "base/arena.h"

int structure_add(struct arena *arena, struct structure *structure, enum structure_type type,
		  int parent)
{
	structure->elements = arena_grow(arena, structure->elements, structure->count,
					 &structure->capacity, sizeof(*structure->elements));
	structure->elements[structure->count] =
		(struct structure_element){ .type = type, .parent = parent };
	return (int)structure->count++;
}

/* From behind, so that every child is put before those that follow it. */
static void put_before(const struct structure *structure, struct structure_order *order, bool leads)
{
	for (size_t i = structure->count; i-- > 0;) {
		int parent = structure->elements[i].parent;

		if (parent < 0 || structure->elements[i].leads != leads)
			continue;
		order->next[i] = order->first[parent];
		order->first[parent] = (int)i;
	}
}

struct structure_order structure_order(struct arena *arena, const struct structure *structure)
{
	struct structure_order order = {
		.first = arena_array(arena, structure->count, sizeof(*order.first)),
		.next = arena_array(arena, structure->count, sizeof(*order.next)),
	};

	for (size_t i = 0; i < structure->count; i++)
		order.first[i] = order.next[i] = -1;
	put_before(structure, &order, false);
	put_before(structure, &order, true);
	return order;
}

int structure_next(const struct structure *structure, const struct structure_order *order,
		   int element)
{
	if (order->first[element] >= 0)
		return order->first[element];
	while (element >= 0 && order->next[element] < 0)
		element = structure->elements[element].parent;
	return element < 0 ? -1 : order->next[element];
}

const char *structure_type_name(const struct structure_element *element)
{
	static const char *const headings[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
	static const char *const names[] = {
		[STRUCTURE_DOCUMENT] = "Document",
		[STRUCTURE_SECTION] = "Sect",
		[STRUCTURE_HEADING] = "H",
		[STRUCTURE_PARAGRAPH] = "P",
		[STRUCTURE_LIST] = "L",
		[STRUCTURE_LIST_ITEM] = "LI",
		[STRUCTURE_LABEL] = "Lbl",
		[STRUCTURE_LIST_BODY] = "LBody",
		[STRUCTURE_TABLE] = "Table",
		[STRUCTURE_TABLE_HEAD] = "THead",
		[STRUCTURE_TABLE_BODY] = "TBody",
		[STRUCTURE_TABLE_ROW] = "TR",
		[STRUCTURE_HEADER_CELL] = "TH",
		[STRUCTURE_DATA_CELL] = "TD",
		[STRUCTURE_FIGURE] = "Figure",
		[STRUCTURE_CAPTION] = "Caption",
		[STRUCTURE_CONTENTS] = "TOC",
		[STRUCTURE_CONTENTS_ITEM] = "TOCI",
		[STRUCTURE_REFERENCE] = "Reference",
		[STRUCTURE_NOTE] = "Note",
		[STRUCTURE_LINK] = "Link",
		[STRUCTURE_SPAN] = "Span",
		[STRUCTURE_DIVISION] = "Div",
	};

	if (element->type == STRUCTURE_HEADING && element->level >= 1 && element->level <= 6)
		return headings[element->level - 1];
	return names[element->type];
}
