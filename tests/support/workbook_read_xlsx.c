#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "support/unpacked.h"
#include "support/workbook_read.h"
#include "support/workbook_xml.h"

struct reader {
	struct arena *arena;
	const char *path;
	xmlNodePtr *texts, *formats, *fonts;
	size_t text_count, format_count, font_count;
};

static xmlDocPtr part_read(struct reader *reader, const char *name)
{
	return part_of(unpacked_entry(reader->arena, reader->path, name), name);
}

static bool is_set(struct reader *reader, xmlNodePtr node, const char *name, const char *value)
{
	return node != NULL && strcmp(part_attribute(reader->arena, node, name), value) == 0;
}

/* "C12" */
static void read_address(const char *address, size_t *row, size_t *column)
{
	char letters[4];
	unsigned number;

	cr_assert_eq(sscanf(address, "%3[A-Z]%u", letters, &number), 2, "%s", address);
	cr_assert_eq(letters[1], '\0');
	*row = number - 1;
	*column = (size_t)(letters[0] - 'A');
}

static void read_cell(struct reader *reader, xmlNodePtr cell, struct read_cell *out)
{
	struct arena *arena = reader->arena;
	const char *value = part_words(arena, part_first(arena, cell, "v"));
	size_t style = (size_t)atoi(part_attribute(arena, cell, "s"));
	xmlNodePtr format = style < reader->format_count ? reader->formats[style] : NULL;

	out->there = value[0] != '\0';
	out->is_formula = part_first(arena, cell, "f") != NULL;
	out->is_number = out->there && !is_set(reader, cell, "t", "s");
	if (out->is_number) {
		out->number = strtod(value, NULL);
	} else if (out->there) {
		cr_assert_lt((size_t)atoi(value), reader->text_count);
		out->text = part_words(arena, reader->texts[atoi(value)]);
	}
	if (format == NULL)
		return;
	out->wraps = is_set(reader, part_first(arena, format, "alignment"), "wrapText", "1");
	out->filled = atoi(part_attribute(arena, format, "fillId")) > 1;
	out->bold = part_first(arena, reader->fonts[atoi(part_attribute(arena, format, "fontId"))],
			       "b") != NULL;
}

static void read_cells(struct reader *reader, xmlNodePtr root, struct read_sheet *sheet)
{
	size_t count, row, column;
	xmlNodePtr *cells = part_find(reader->arena, root, "c", &count);

	for (size_t i = 0; i < count; i++) {
		read_address(part_attribute(reader->arena, cells[i], "r"), &row, &column);
		sheet->row_count = row + 1 > sheet->row_count ? row + 1 : sheet->row_count;
		sheet->column_count =
			column + 1 > sheet->column_count ? column + 1 : sheet->column_count;
	}
	sheet->cells = arena_array(reader->arena, sheet->row_count * sheet->column_count + 1,
				   sizeof(*sheet->cells));
	for (size_t i = 0; i < sheet->row_count * sheet->column_count; i++)
		sheet->cells[i].text = "";
	for (size_t i = 0; i < count; i++) {
		read_address(part_attribute(reader->arena, cells[i], "r"), &row, &column);
		read_cell(reader, cells[i], &sheet->cells[row * sheet->column_count + column]);
	}
}

static void read_table(struct reader *reader, const char *target, struct read_sheet *sheet)
{
	xmlDocPtr document =
		part_read(reader, arena_printf(reader->arena, "xl/%s", target + strlen("../")));
	xmlNodePtr root = xmlDocGetRootElement(document);
	const char *range = part_attribute(reader->arena, root, "ref");

	sheet->table_count++;
	sheet->table = part_attribute(reader->arena, root, "displayName");
	sheet->header_marked = !is_set(reader, root, "headerRowCount", "0");
	sheet->filtered = part_first(reader->arena, root, "autoFilter") != NULL;
	read_address(range, &sheet->first_row, &sheet->first_column);
	read_address(strchr(range, ':') + 1, &sheet->last_row, &sheet->last_column);
	xmlFreeDoc(document);
}

static void read_tables(struct reader *reader, size_t number, struct read_sheet *sheet)
{
	const char *name =
		arena_printf(reader->arena, "xl/worksheets/_rels/sheet%zu.xml.rels", number);
	const char *text = unpacked_entry(reader->arena, reader->path, name);
	xmlDocPtr document;
	xmlNodePtr *relations;
	size_t count;

	if (text == NULL)
		return;
	document = part_of(text, name);
	relations =
		part_find(reader->arena, xmlDocGetRootElement(document), "Relationship", &count);
	for (size_t i = 0; i < count; i++) {
		const char *target = part_attribute(reader->arena, relations[i], "Target");

		if (strstr(target, "tables/") != NULL)
			read_table(reader, target, sheet);
	}
	xmlFreeDoc(document);
}

static void read_sheet(struct reader *reader, size_t number, struct read_sheet *sheet)
{
	xmlDocPtr document = part_read(
		reader, arena_printf(reader->arena, "xl/worksheets/sheet%zu.xml", number));
	xmlNodePtr root = xmlDocGetRootElement(document);

	sheet->merged = part_first(reader->arena, root, "mergeCell") != NULL;
	sheet->frozen = part_first(reader->arena, root, "pane") != NULL;
	sheet->filtered = part_first(reader->arena, root, "autoFilter") != NULL;
	sheet->drawn = part_first(reader->arena, root, "drawing") != NULL;
	sheet->headed = part_first(reader->arena, root, "headerFooter") != NULL;
	read_cells(reader, root, sheet);
	read_tables(reader, number, sheet);
	xmlFreeDoc(document);
}

static void read_properties(struct reader *reader, struct read_book *book)
{
	struct arena *arena = reader->arena;
	xmlDocPtr core = part_read(reader, "docProps/core.xml"),
		  custom = part_read(reader, "docProps/custom.xml");
	xmlNodePtr root = xmlDocGetRootElement(core);

	book->title = part_words(arena, part_first(arena, root, "title"));
	book->creator = part_words(arena, part_first(arena, root, "creator"));
	book->created = part_words(arena, part_first(arena, root, "created"));
	book->language = part_words(arena, xmlDocGetRootElement(custom));
	xmlFreeDoc(core);
	xmlFreeDoc(custom);
}

const struct read_book *workbook_read_xlsx(struct arena *arena, const char *path)
{
	struct reader reader = { .arena = arena, .path = path };
	struct read_book *book = arena_alloc(arena, sizeof(*book));
	xmlDocPtr texts = part_read(&reader, "xl/sharedStrings.xml"),
		  styles = part_read(&reader, "xl/styles.xml"),
		  list = part_read(&reader, "xl/workbook.xml");
	xmlNodePtr *sheets = part_find(arena, xmlDocGetRootElement(list), "sheet", &book->count);
	xmlNodePtr view = part_first(arena, xmlDocGetRootElement(list), "workbookView");
	size_t active = (size_t)atoi(part_attribute(arena, view, "activeTab"));

	reader.texts = part_find(arena, xmlDocGetRootElement(texts), "si", &reader.text_count);
	reader.formats =
		part_find(arena, part_first(arena, xmlDocGetRootElement(styles), "cellXfs"), "xf",
			  &reader.format_count);
	reader.fonts = part_find(arena, part_first(arena, xmlDocGetRootElement(styles), "fonts"),
				 "font", &reader.font_count);
	book->sheets = arena_array(arena, book->count + 1, sizeof(*book->sheets));
	for (size_t i = 0; i < book->count; i++) {
		book->sheets[i].name = part_attribute(arena, sheets[i], "name");
		read_sheet(&reader, i + 1, &book->sheets[i]);
	}
	book->active = active < book->count ? book->sheets[active].name : "";
	read_properties(&reader, book);
	xmlFreeDoc(texts);
	xmlFreeDoc(styles);
	xmlFreeDoc(list);
	return book;
}
