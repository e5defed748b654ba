/*
 * ods_styles.c - how cells, columns and pages of an OpenDocument workbook look.
 */
#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "base/number.h"
#include "markup/markup.h"
#include "sheets/ods_parts.h"

static const char body_font[] = "Arial";

/* A character of the body's size, and the room around a cell. */
static const double millimetres_a_character = 2.1, size_body = 11, size_title = 15;

enum { DECIMALS_OF_STYLES = NUMBER_DECIMALS_MOST + 1 };

/* -- styles.xml ----------------------------------------------------------------------------------------------- */

/* "en-GB" as its two parts. */
static void add_language(struct markup *markup, const char *language)
{
	size_t length = strcspn(language, "-");

	markup_attribute_printf(markup, "fo:language", "%.*s", (int)length, language);
	markup_attribute(markup, "fo:country",
			 strlen(language) == length + 3 ? language + length + 1 : "none");
}

static void add_cell_properties(struct markup *markup)
{
	markup_open(markup, "style:table-cell-properties");
	markup_attribute(markup, "fo:wrap-option", "wrap");
	markup_attribute(markup, "style:vertical-align", "top");
	markup_close_empty(markup);
}

static void add_text_properties(struct markup *markup, double size, bool bold, bool link)
{
	markup_open(markup, "style:text-properties");
	markup_attribute_printf(markup, "fo:font-size", "%gpt", size);
	if (bold)
		markup_attribute(markup, "fo:font-weight", "bold");
	if (link) {
		markup_attribute(markup, "fo:color", "#0b4f8a");
		markup_attribute(markup, "style:text-underline-style", "solid");
	}
	markup_close_empty(markup);
}

static void add_named_style(struct markup *markup, const char *name, double size, bool bold,
			    bool link)
{
	markup_open(markup, "style:style");
	markup_attribute(markup, "style:name", name);
	markup_attribute(markup, "style:family", "table-cell");
	markup_attribute(markup, "style:parent-style-name", "Default");
	add_text_properties(markup, size, bold, link);
	markup_close(markup);
}

/* The same on the right, above and among numbers; in a cell the margin is on the side of its text. */
static void add_right_style(struct markup *markup, const char *name, const char *parent)
{
	markup_open(markup, "style:style");
	markup_attribute(markup, "style:name", name);
	markup_attribute(markup, "style:family", "table-cell");
	markup_attribute(markup, "style:parent-style-name", parent);
	markup_open(markup, "style:paragraph-properties");
	markup_attribute(markup, "fo:text-align", "end");
	markup_attribute(markup, "fo:margin-left", "2mm");
	markup_close_empty(markup);
	markup_close(markup);
}

/* A page on its side holds a table; nothing stands at its head or foot. */
static void add_page(struct markup *markup)
{
	markup_open(markup, "office:automatic-styles");
	markup_open(markup, "style:page-layout");
	markup_attribute(markup, "style:name", "Page");
	markup_open(markup, "style:page-layout-properties");
	markup_attribute(markup, "fo:page-width", "297mm");
	markup_attribute(markup, "fo:page-height", "210mm");
	markup_attribute(markup, "style:print-orientation", "landscape");
	markup_attribute(markup, "fo:margin", "15mm");
	markup_attribute(markup, "style:scale-to-X", "1");
	markup_attribute(markup, "style:scale-to-Y", "0");
	markup_close_empty(markup);
	markup_close(markup);
	markup_close(markup);
	markup_open(markup, "office:master-styles");
	markup_open(markup, "style:master-page");
	markup_attribute(markup, "style:name", "Default");
	markup_attribute(markup, "style:page-layout-name", "Page");
	markup_close_empty(markup);
	markup_close(markup);
}

void ods_write_styles(const struct workbook *book, struct buffer *out)
{
	struct markup *markup = markup_new();

	ods_open_root(markup, "office:document-styles");
	markup_open(markup, "office:font-face-decls");
	markup_open(markup, "style:font-face");
	markup_attribute(markup, "style:name", body_font);
	markup_attribute(markup, "xmlns:svg",
			 "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0");
	markup_attribute(markup, "svg:font-family", body_font);
	markup_close_empty(markup);
	markup_close(markup);
	markup_open(markup, "office:styles");
	markup_open(markup, "style:default-style");
	markup_attribute(markup, "style:family", "table-cell");
	markup_open(markup, "style:text-properties");
	markup_attribute(markup, "style:font-name", body_font);
	markup_attribute_printf(markup, "fo:font-size", "%gpt", size_body);
	add_language(markup, book->language);
	markup_close_empty(markup);
	markup_close(markup);
	markup_open(markup, "style:style");
	markup_attribute(markup, "style:name", "Default");
	markup_attribute(markup, "style:family", "table-cell");
	add_cell_properties(markup);
	markup_close(markup);
	add_named_style(markup, "Title", size_title, true, false);
	add_named_style(markup, "Heading", size_body, true, false);
	add_named_style(markup, "Link", size_body, false, true);
	add_right_style(markup, "Heading_20_number", "Heading");
	add_right_style(markup, "Shorthand", "Default");
	markup_close(markup);
	add_page(markup);
	markup_finish(markup, out);
}

/* -- content.xml: styles of columns, rows, numbers -------------------------------------------------------------- */

static void add_number_style(struct markup *markup, unsigned decimals)
{
	markup_open(markup, "number:number-style");
	markup_attribute_printf(markup, "style:name", "N%u", decimals);
	markup_open(markup, "number:number");
	markup_attribute_printf(markup, "number:decimal-places", "%u", decimals);
	markup_attribute_printf(markup, "number:min-decimal-places", "%u", decimals);
	markup_attribute(markup, "number:min-integer-digits", "1");
	markup_attribute(markup, "number:grouping", "true");
	markup_close_empty(markup);
	markup_close(markup);
	markup_open(markup, "style:style");
	markup_attribute_printf(markup, "style:name", "Number%u", decimals);
	markup_attribute(markup, "style:family", "table-cell");
	markup_attribute(markup, "style:parent-style-name", "Shorthand");
	markup_attribute_printf(markup, "style:data-style-name", "N%u", decimals);
	markup_close(markup);
}

static void add_column_style(struct markup *markup, unsigned width)
{
	markup_open(markup, "style:style");
	markup_attribute_printf(markup, "style:name", "Column%u", width);
	markup_attribute(markup, "style:family", "table-column");
	markup_open(markup, "style:table-column-properties");
	markup_attribute_printf(markup, "style:column-width", "%gmm",
				number_round(width * millimetres_a_character, 1));
	markup_close_empty(markup);
	markup_close(markup);
}

enum { WIDTHS_MOST = 256 };

struct used_styles {
	bool decimals[DECIMALS_OF_STYLES], widths[WIDTHS_MOST];
};

unsigned ods_width_of(double characters)
{
	return characters < WIDTHS_MOST - 1 ? (unsigned)ceil(characters) : WIDTHS_MOST - 1;
}

static void find_styles(const struct workbook *book, struct used_styles *used)
{
	used->widths[ods_width_of(book->first_width)] = true;
	for (size_t i = 0; i < book->count; i++) {
		const struct sheet *sheet = &book->sheets[i];

		for (size_t c = 0; c < sheet->column_count; c++)
			used->widths[ods_width_of(sheet->columns[c].width)] = true;
		for (size_t c = 0; c < sheet->column_count * sheet->row_count; c++)
			if (sheet->cells[c].is_number)
				used->decimals[sheet->cells[c].decimals] = true;
	}
}

void ods_add_automatic_styles(struct markup *markup, const struct workbook *book)
{
	struct used_styles used = { 0 };

	find_styles(book, &used);
	markup_open(markup, "office:automatic-styles");
	markup_open(markup, "style:style");
	markup_attribute(markup, "style:name", "Sheet");
	markup_attribute(markup, "style:family", "table");
	markup_attribute(markup, "style:master-page-name", "Default");
	markup_close(markup);
	for (unsigned i = 0; i < WIDTHS_MOST; i++)
		if (used.widths[i])
			add_column_style(markup, i);
	markup_open(markup, "style:style");
	markup_attribute(markup, "style:name", "Row");
	markup_attribute(markup, "style:family", "table-row");
	markup_open(markup, "style:table-row-properties");
	markup_attribute(markup, "style:use-optimal-row-height", "true");
	markup_close_empty(markup);
	markup_close(markup);
	for (unsigned i = 0; i < DECIMALS_OF_STYLES; i++)
		if (used.decimals[i])
			add_number_style(markup, i);
	markup_close(markup);
}
