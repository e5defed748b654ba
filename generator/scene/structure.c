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
