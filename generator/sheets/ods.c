/*
 * ods.c - a workbook as OpenDocument: what the file says of itself, and its archive.
 */
#include <string.h>

#include "base/buffer.h"
#include "markup/markup.h"
#include "sheets/archive.h"
#include "sheets/ods_parts.h"
#include "sheets/sheet_files.h"

static const char media_type[] = "application/vnd.oasis.opendocument.spreadsheet";

/* -- namespaces ----------------------------------------------------------------------------------------------- */

void ods_open_root(struct markup *markup, const char *name)
{
	static const char *const names[][2] = {
		{ "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
		{ "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
		{ "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
		{ "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
		{ "xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" },
		{ "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
		{ "xmlns:config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0" },
		{ "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
		{ "xmlns:xlink", "http://www.w3.org/1999/xlink" },
		{ "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
	};

	markup_declaration(markup);
	markup_open(markup, name);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		markup_attribute(markup, names[i][0], names[i][1]);
	markup_attribute(markup, "office:version", ODS_VERSION);
}

/* -- meta.xml ------------------------------------------------------------------------------------------------- */

static void add_said(struct markup *markup, const char *name, const char *text)
{
	if (text != NULL && text[0] != '\0')
		markup_element(markup, name, text);
}

static void add_day(struct markup *markup, const char *name, struct date date)
{
	struct buffer text;

	if (date.year == 0)
		return;
	buffer_init(&text);
	buffer_printf(&text, "%04d-%02d-%02dT00:00:00Z", date.year, date.month, date.day);
	markup_element(markup, name, buffer_text(&text));
	buffer_clear(&text);
}

static void write_meta(const struct workbook *book, struct buffer *out)
{
	struct markup *markup = markup_new();

	ods_open_root(markup, "office:document-meta");
	markup_open(markup, "office:meta");
	markup_element(markup, "meta:generator", "Gradient/" GRADIENT_VERSION);
	add_said(markup, "dc:title", book->title);
	add_said(markup, "dc:description", book->description);
	add_said(markup, "meta:keyword", book->keywords);
	add_said(markup, "meta:initial-creator", book->publisher);
	add_said(markup, "dc:creator", book->publisher);
	add_day(markup, "meta:creation-date", book->date);
	add_day(markup, "dc:date", book->date);
	add_said(markup, "dc:language", book->language);
	markup_finish(markup, out);
}

/* -- settings.xml ----------------------------------------------------------------------------------------------- */

static void add_item(struct markup *markup, const char *name, const char *type, const char *text)
{
	markup_open(markup, "config:config-item");
	markup_attribute(markup, "config:name", name);
	markup_attribute(markup, "config:type", type);
	markup_text(markup, text);
	markup_close(markup);
}

/* Opens at A1 of the first sheet. */
static void write_settings(const struct workbook *book, struct buffer *out)
{
	struct markup *markup = markup_new();

	ods_open_root(markup, "office:document-settings");
	markup_open(markup, "office:settings");
	markup_open(markup, "config:config-item-set");
	markup_attribute(markup, "config:name", "ooo:view-settings");
	markup_attribute(markup, "xmlns:ooo", "http://openoffice.org/2004/office");
	markup_open(markup, "config:config-item-map-indexed");
	markup_attribute(markup, "config:name", "Views");
	markup_open(markup, "config:config-item-map-entry");
	add_item(markup, "ViewId", "string", "view1");
	markup_open(markup, "config:config-item-map-named");
	markup_attribute(markup, "config:name", "Tables");
	for (size_t i = 0; i < book->count; i++) {
		markup_open(markup, "config:config-item-map-entry");
		markup_attribute(markup, "config:name", book->sheets[i].name);
		add_item(markup, "CursorPositionX", "int", "0");
		add_item(markup, "CursorPositionY", "int", "0");
		markup_close(markup);
	}
	markup_close(markup);
	add_item(markup, "ActiveTable", "string", book->sheets[0].name);
	markup_finish(markup, out);
}

/* -- the archive ------------------------------------------------------------------------------------------------ */

enum { PART_MEDIA_TYPE, PART_MANIFEST, PART_META, PART_SETTINGS, PART_STYLES, PART_CONTENT, PARTS };

static const char *const names[PARTS] = { "mimetype",   "META-INF/manifest.xml",
					  "meta.xml",   "settings.xml",
					  "styles.xml", "content.xml" };

static void write_manifest(struct buffer *out)
{
	struct markup *markup = markup_new();

	markup_declaration(markup);
	markup_open(markup, "manifest:manifest");
	markup_attribute(markup, "xmlns:manifest",
			 "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
	markup_attribute(markup, "manifest:version", ODS_VERSION);
	for (size_t i = PART_MANIFEST; i < PARTS; i++) {
		markup_open(markup, "manifest:file-entry");
		markup_attribute(markup, "manifest:full-path", i == PART_MANIFEST ? "/" : names[i]);
		markup_attribute(markup, "manifest:version",
				 i == PART_MANIFEST ? ODS_VERSION : NULL);
		markup_attribute(markup, "manifest:media-type",
				 i == PART_MANIFEST ? media_type : "text/xml");
		markup_close_empty(markup);
	}
	markup_finish(markup, out);
}

static bool write_archive(const struct buffer *parts, struct buffer *out, struct diag_list *diags)
{
	struct archive *archive = zip_archive_new(diags);
	bool made = archive != NULL;

	for (size_t i = 0; i < PARTS && made; i++)
		made = zip_archive_add(archive, names[i], &parts[i], i == PART_MEDIA_TYPE);
	if (archive == NULL)
		return false;
	return zip_archive_finish(archive, out) && made;
}

bool workbook_write_ods(const struct workbook *book, struct buffer *out, struct diag_list *diags)
{
	struct buffer parts[PARTS];
	bool made;

	for (size_t i = 0; i < PARTS; i++)
		buffer_init(&parts[i]);
	buffer_add_text(&parts[PART_MEDIA_TYPE], media_type);
	write_manifest(&parts[PART_MANIFEST]);
	write_meta(book, &parts[PART_META]);
	write_settings(book, &parts[PART_SETTINGS]);
	ods_write_styles(book, &parts[PART_STYLES]);
	ods_write_content(book, &parts[PART_CONTENT]);
	made = write_archive(parts, out, diags);
	for (size_t i = 0; i < PARTS; i++)
		buffer_clear(&parts[i]);
	return made;
}
