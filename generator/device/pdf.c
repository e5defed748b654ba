#include <cairo-pdf.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "device/device.h"
#include "device/pdf_objects.h"
#include "device/play.h"

/*
 * An address as PDF wants it, in plain characters. cairo puts it between round brackets as it is: one of those in
 * the address would end it and leave a damaged file.
 */
static void add_address(struct buffer *buffer, const char *address)
{
	static const char unsafe[] = "()\\<>\"{}|^`'";

	buffer_add_char(buffer, '\'');
	for (; *address != '\0'; address++) {
		unsigned char byte = (unsigned char)*address;

		if (byte <= ' ' || byte > '~' || strchr(unsafe, byte) != NULL)
			buffer_printf(buffer, "%%%02X", byte);
		else
			buffer_add_char(buffer, (char)byte);
	}
	buffer_add_char(buffer, '\'');
}

/* The name of a place, in characters that need no care in strings of PDF; different names stay different. */
static void add_place(struct buffer *buffer, const char *anchor)
{
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:";

	buffer_add_char(buffer, '\'');
	for (; *anchor != '\0'; anchor++)
		if (strchr(plain, *anchor) != NULL)
			buffer_add_char(buffer, *anchor);
		else
			buffer_printf(buffer, "%%%02X", (unsigned char)*anchor);
	buffer_add_char(buffer, '\'');
}

static void add_link(cairo_t *cairo, struct box area, const char *target, void *context)
{
	struct buffer attributes;

	(void)context;
	buffer_init(&attributes);
	buffer_printf(&attributes, "rect=[%.2f %.2f %.2f %.2f] ", area.x, area.y, area.width,
		      area.height);
	if (target[0] == '#') {
		buffer_add_text(&attributes, "dest=");
		add_place(&attributes, target + 1);
	} else {
		buffer_add_text(&attributes, "uri=");
		add_address(&attributes, target);
	}
	cairo_tag_begin(cairo, CAIRO_TAG_LINK, buffer_text(&attributes));
	cairo_tag_end(cairo, CAIRO_TAG_LINK);
	buffer_clear(&attributes);
}

static void add_anchor(cairo_t *cairo, struct point at, const char *name, void *context)
{
	struct buffer attributes;

	(void)context;
	buffer_init(&attributes);
	buffer_add_text(&attributes, "name=");
	add_place(&attributes, name);
	buffer_printf(&attributes, " x=%.2f y=%.2f", at.x, at.y);
	cairo_tag_begin(cairo, CAIRO_TAG_DEST, buffer_text(&attributes));
	cairo_tag_end(cairo, CAIRO_TAG_DEST);
	buffer_clear(&attributes);
}

static void set_text(cairo_surface_t *surface, cairo_pdf_metadata_t field, const char *text)
{
	if (text[0] != '\0')
		cairo_pdf_surface_set_metadata(surface, field, text);
}

static void set_properties(cairo_surface_t *surface, const struct document_properties *properties)
{
	char date[40];

	set_text(surface, CAIRO_PDF_METADATA_TITLE, properties->title);
	set_text(surface, CAIRO_PDF_METADATA_AUTHOR, properties->author);
	set_text(surface, CAIRO_PDF_METADATA_SUBJECT, properties->subject);
	set_text(surface, CAIRO_PDF_METADATA_KEYWORDS, properties->keywords);
	set_text(surface, CAIRO_PDF_METADATA_CREATOR, "Gradient " GRADIENT_VERSION);
	/* Without a date of its own the file would carry the time of the run and never be the same. */
	snprintf(date, sizeof(date), "%04d-%02d-%02dT00:00:00Z",
		 properties->published.year > 0 ? properties->published.year : 2000,
		 properties->published.year > 0 ? properties->published.month : 1,
		 properties->published.year > 0 ? properties->published.day : 1);
	set_text(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static void add_outline(cairo_surface_t *surface, const struct pages *pages)
{
	enum { LEVELS = 8 };
	int parents[LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };

	for (size_t i = 0; i < pages->outline_count; i++) {
		const struct outline_entry *entry = &pages->outline[i];
		unsigned level = entry->level > LEVELS ? LEVELS
				 : entry->level < 1    ? 1
						       : entry->level;
		struct buffer target;

		buffer_init(&target);
		buffer_add_text(&target, "dest=");
		add_place(&target, entry->anchor);
		parents[level] = cairo_pdf_surface_add_outline(
			surface, parents[level - 1], entry->title, buffer_text(&target), 0);
		for (unsigned deeper = level + 1; deeper <= LEVELS; deeper++)
			parents[deeper] = parents[level];
		buffer_clear(&target);
	}
}

static bool write_pages(const struct pages *pages, struct buffer *out, struct diag_list *diags)
{
	const struct play_links links = { .link = add_link, .anchor = add_anchor };
	cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream(play_to_buffer, out, 595, 842);
	cairo_t *cairo = cairo_create(surface);
	cairo_status_t status = CAIRO_STATUS_SUCCESS;

	set_properties(surface, &pages->properties);
	for (size_t i = 0; i < pages->count && status == CAIRO_STATUS_SUCCESS; i++) {
		cairo_pdf_surface_set_size(surface, pages->items[i]->width,
					   pages->items[i]->height);
		play_scene(cairo, pages->items[i], (struct point){ 0, 0 }, &links);
		cairo_show_page(cairo);
		status = cairo_status(cairo);
		if (status != CAIRO_STATUS_SUCCESS)
			diag_addf(diags, DIAG_DRAWING_FAILED, (struct location){ 0 },
				  "page %zu: %s", i + 1, cairo_status_to_string(status));
	}
	add_outline(surface, pages);
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS) {
		status = cairo_surface_status(surface);
		if (status != CAIRO_STATUS_SUCCESS)
			diag_add(diags, DIAG_DRAWING_FAILED, (struct location){ 0 },
				 cairo_status_to_string(status), NULL);
	}
	cairo_surface_destroy(surface);
	pdf_free_missing_objects(out);
	return status == CAIRO_STATUS_SUCCESS;
}

const struct device device_pdf = {
	.name = "pdf",
	.suffix = ".pdf",
	.write_pages = write_pages,
};
