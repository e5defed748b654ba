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
	xmlDocPtr content, styles, settings, meta;
};

static xmlNodePtr style_in(struct reader *reader, xmlDocPtr document, const char *name)
{
	size_t count;
	xmlNodePtr *styles =
		part_find(reader->arena, xmlDocGetRootElement(document), "style", &count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(part_attribute(reader->arena, styles[i], "name"), name) == 0 &&
		    strcmp(part_attribute(reader->arena, styles[i], "family"), "table-cell") == 0)
			return styles[i];
	return NULL;
}

/* A property of a style, else of the one it is made from. */
static const char *property(struct reader *reader, const char *style, const char *name)
{
	xmlNodePtr found = style_in(reader, reader->content, style);

	if (found == NULL)
		found = style_in(reader, reader->styles, style);
	if (found == NULL)
		return "";
	for (xmlNodePtr at = found->children; at != NULL; at = at->next) {
		const char *value =
			at->type == XML_ELEMENT_NODE ? part_attribute(reader->arena, at, name) : "";

		if (value[0] != '\0')
			return value;
	}
	return property(reader, part_attribute(reader->arena, found, "parent-style-name"), name);
}

static const char *words_of_cell(struct reader *reader, xmlNodePtr cell)
{
	const char *words = NULL;

	for (xmlNodePtr at = cell->children; at != NULL; at = at->next)
		if (at->type == XML_ELEMENT_NODE)
			words = words == NULL ? part_words(reader->arena, at)
					      : arena_printf(reader->arena, "%s\n%s", words,
							     part_words(reader->arena, at));
	return words == NULL ? "" : words;
}

static void read_cell(struct reader *reader, xmlNodePtr cell, struct read_cell *out)
{
	struct arena *arena = reader->arena;
	const char *style = part_attribute(arena, cell, "style-name");
	const char *value = part_attribute(arena, cell, "value");

	out->text = words_of_cell(reader, cell);
	out->is_number = strcmp(part_attribute(arena, cell, "value-type"), "float") == 0;
	out->there = out->is_number || out->text[0] != '\0';
	out->is_formula = part_attribute(arena, cell, "formula")[0] != '\0';
	out->bold = strcmp(property(reader, style, "font-weight"), "bold") == 0;
	out->wraps = strcmp(property(reader, style, "wrap-option"), "wrap") == 0;
	out->filled = property(reader, style, "background-color")[0] != '\0';
	if (out->is_number) {
		out->number = strtod(value, NULL);
		out->text = "";
	}
}

static void read_cells(struct reader *reader, xmlNodePtr table, struct read_sheet *sheet)
{
	xmlNodePtr *rows = part_find(reader->arena, table, "table-row", &sheet->row_count);
	size_t count;

	for (size_t i = 0; i < sheet->row_count; i++) {
		part_find(reader->arena, rows[i], "table-cell", &count);
		sheet->column_count = count > sheet->column_count ? count : sheet->column_count;
	}
	sheet->cells = arena_array(reader->arena, sheet->row_count * sheet->column_count + 1,
				   sizeof(*sheet->cells));
	for (size_t i = 0; i < sheet->row_count; i++) {
		xmlNodePtr *cells = part_find(reader->arena, rows[i], "table-cell", &count);

		for (size_t c = 0; c < sheet->column_count; c++) {
			struct read_cell *out = &sheet->cells[i * sheet->column_count + c];

			out->text = "";
			if (c < count)
				read_cell(reader, cells[c], out);
			sheet->merged =
				sheet->merged ||
				(c < count && part_attribute(reader->arena, cells[c],
							     "number-columns-spanned")[0] != '\0');
		}
	}
}

/* "Name.A4:Name.C8" */
static void read_range(struct reader *reader, xmlNodePtr range, struct read_sheet *sheet)
{
	const char *address = part_attribute(reader->arena, range, "target-range-address");
	size_t length = strlen(sheet->name);
	unsigned first, last;
	char from[4], to[4];

	if (strncmp(address, sheet->name, length) != 0 || address[length] != '.')
		return;
	cr_assert_eq(sscanf(address + length + 1, "%3[A-Z]%u", from, &first), 2);
	cr_assert_eq(sscanf(strrchr(address, '.') + 1, "%3[A-Z]%u", to, &last), 2);
	cr_assert(from[1] == '\0' && to[1] == '\0');
	sheet->table_count++;
	sheet->table = part_attribute(reader->arena, range, "name");
	sheet->first_row = first - 1;
	sheet->last_row = last - 1;
	sheet->first_column = (size_t)(from[0] - 'A');
	sheet->last_column = (size_t)(to[0] - 'A');
	sheet->filtered = strcmp(part_attribute(reader->arena, range, "display-filter-buttons"),
				 "false") != 0;
}

static void read_sheet(struct reader *reader, xmlNodePtr table, struct read_sheet *sheet)
{
	size_t count;
	xmlNodePtr *ranges = part_find(reader->arena, xmlDocGetRootElement(reader->content),
				       "database-range", &count);

	sheet->name = part_attribute(reader->arena, table, "name");
	sheet->drawn = part_first(reader->arena, table, "frame") != NULL ||
		       part_first(reader->arena, table, "shapes") != NULL;
	sheet->header_marked = part_first(reader->arena, table, "table-header-rows") != NULL;
	sheet->headed =
		part_first(reader->arena, xmlDocGetRootElement(reader->styles), "header") != NULL;
	read_cells(reader, table, sheet);
	for (size_t i = 0; i < count; i++)
		read_range(reader, ranges[i], sheet);
}

/* Settings of the view: what it opens with, and whether panes stand still. */
static void read_settings(struct reader *reader, struct read_book *book)
{
	size_t count;
	xmlNodePtr *items = part_find(reader->arena, xmlDocGetRootElement(reader->settings),
				      "config-item", &count);

	book->active = "";
	for (size_t i = 0; i < count; i++) {
		const char *name = part_attribute(reader->arena, items[i], "name");
		const char *text = part_words(reader->arena, items[i]);

		if (strcmp(name, "ActiveTable") == 0)
			book->active = text;
		for (size_t s = 0; s < book->count; s++)
			book->sheets[s].frozen =
				book->sheets[s].frozen ||
				(strstr(name, "SplitMode") != NULL && strcmp(text, "0") != 0);
		if (strncmp(name, "CursorPosition", strlen("CursorPosition")) == 0)
			cr_expect_str_eq(text, "0");
	}
}

const struct read_book *workbook_read_ods(struct arena *arena, const char *path)
{
	struct reader reader = {
		.arena = arena,
		.content = part_of(unpacked_entry(arena, path, "content.xml"), "content.xml"),
		.styles = part_of(unpacked_entry(arena, path, "styles.xml"), "styles.xml"),
		.settings = part_of(unpacked_entry(arena, path, "settings.xml"), "settings.xml"),
		.meta = part_of(unpacked_entry(arena, path, "meta.xml"), "meta.xml"),
	};
	struct read_book *book = arena_alloc(arena, sizeof(*book));
	xmlNodePtr meta = xmlDocGetRootElement(reader.meta);
	xmlNodePtr *tables =
		part_find(arena, xmlDocGetRootElement(reader.content), "table", &book->count);

	book->sheets = arena_array(arena, book->count + 1, sizeof(*book->sheets));
	for (size_t i = 0; i < book->count; i++)
		read_sheet(&reader, tables[i], &book->sheets[i]);
	book->title = part_words(arena, part_first(arena, meta, "title"));
	book->creator = part_words(arena, part_first(arena, meta, "creator"));
	book->created = part_words(arena, part_first(arena, meta, "creation-date"));
	book->language = part_words(arena, part_first(arena, meta, "language"));
	read_settings(&reader, book);
	xmlFreeDoc(reader.content);
	xmlFreeDoc(reader.styles);
	xmlFreeDoc(reader.settings);
	xmlFreeDoc(reader.meta);
	return book;
}
