#include <cairo-svg.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/string_index.h"
#include "device/device.h"
#include "device/play.h"
#include "device/svg_head.h"
#include "markup/markup.h"

/* Numbers for the ids of one picture. */
struct renumbering {
	struct arena *arena;
	struct string_index *known;
};

/* The id at which a text begins; length of it. */
static const char *id_at(const char *text, size_t *length)
{
	static const char attribute[] = " id=\"";

	if (strncmp(text, attribute, sizeof(attribute) - 1) != 0)
		return NULL;
	text += sizeof(attribute) - 1;
	*length = strcspn(text, "\"");
	return text;
}

/* The same of a reference to an id: "#id" as an attribute, or in url(#id). */
static const char *reference_at(const char *text, size_t *length)
{
	if (strncmp(text, "\"#", 2) != 0 && strncmp(text, "(#", 2) != 0)
		return NULL;
	*length = strcspn(text + 2, "\")");
	return text + 2;
}

static void number_ids(struct renumbering *ids, const char *body)
{
	int count = 0;
	size_t length;

	for (const char *at = strchr(body, ' '); at != NULL; at = strchr(at + 1, ' ')) {
		const char *id = id_at(at, &length);

		if (id != NULL &&
		    string_index_add(ids->known, arena_strndup(ids->arena, id, length), count))
			count++;
	}
}

/*
 * cairo's ids come from counters of the whole process, and are named otherwise in every version: the same picture
 * would differ from run to run, and two of them on one web page would clash. Every id and every reference to
 * one is numbered anew, in the order of the ids; what is no reference to an id, such as a colour, stays.
 */
static void write_body(const char *body, const char *prefix, struct markup *markup)
{
	struct renumbering ids = { .arena = arena_new() };
	const char *copied = body, *at = body;
	struct buffer written;

	ids.known = string_index_new(ids.arena);
	number_ids(&ids, body);
	buffer_init(&written);
	while (*at != '\0') {
		size_t length;
		const char *id = id_at(at, &length);
		int number;

		if (id == NULL)
			id = reference_at(at, &length);
		number = id == NULL ? -1
				    : string_index_find(ids.known,
							arena_strndup(ids.arena, id, length));
		at++;
		if (number < 0)
			continue;
		buffer_add(&written, copied, (size_t)(id - copied));
		buffer_printf(&written, "%s-%d", prefix, number);
		at = copied = id + length;
	}
	buffer_add_text(&written, copied);
	markup_raw(markup, buffer_text(&written));
	buffer_clear(&written);
	arena_free(ids.arena);
}

/* The elements that cairo drew: what is between the tags of its outermost element. NULL if that is missing. */
static const char *inside(struct buffer *drawn)
{
	char *begin, *end = NULL;

	buffer_add_text(drawn, "");
	if (drawn->bytes == NULL)
		return NULL;
	begin = strstr(drawn->bytes, "<svg");
	begin = begin == NULL ? NULL : strchr(begin, '>');
	for (char *at = begin; at != NULL; at = strstr(at + 1, "</svg>"))
		end = at;
	if (end == NULL || end == begin)
		return NULL;
	*end = '\0';
	return begin + 1;
}

static cairo_status_t draw(const struct picture *picture, struct buffer *drawn)
{
	const struct play_listener listener = { 0 };
	double width = picture->scene->width, height = picture->scene->height;
	cairo_surface_t *surface =
		cairo_svg_surface_create_for_stream(play_to_buffer, drawn, width, height);
	cairo_t *cairo = cairo_create(surface);
	cairo_status_t status;

	cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PT);
	cairo_set_source_rgb(cairo, picture->paper.red, picture->paper.green, picture->paper.blue);
	cairo_rectangle(cairo, 0, 0, width, height);
	cairo_fill(cairo);
	play_scene(cairo, picture->scene, (struct point){ 0, 0 }, &listener);
	status = cairo_status(cairo);
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	return status;
}

static bool write_picture(const struct picture *picture, struct buffer *out,
			  struct diag_list *diags)
{
	struct buffer drawn;
	cairo_status_t status;
	struct markup *markup;
	const char *body;

	buffer_init(&drawn);
	status = draw(picture, &drawn);
	body = inside(&drawn);
	if (status != CAIRO_STATUS_SUCCESS || body == NULL) {
		diag_addf(diags, DIAG_DRAWING_FAILED, (struct location){ 0 }, "%s: %s", picture->id,
			  cairo_status_to_string(status));
		buffer_clear(&drawn);
		return false;
	}
	markup = markup_new();
	markup_declaration(markup);
	svg_open(picture, markup, true);
	write_body(body, picture->id, markup);
	markup_close(markup);
	markup_raw(markup, "\n");
	markup_finish(markup, out);
	buffer_clear(&drawn);
	return true;
}

const struct device device_svg = {
	.name = "svg",
	.suffix = ".svg",
	.write_picture = write_picture,
};
