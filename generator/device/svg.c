#include <cairo-svg.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/string_index.h"
#include "device/device.h"
#include "device/play.h"

/* Length of a character that XML 1.0 cannot hold, even as a reference; 0 for all others. */
static size_t forbidden_length(const char *text)
{
	const unsigned char byte = (unsigned char)*text;

	if (byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r')
		return 1;
	return strncmp(text, "\xef\xbf\xbe", 3) == 0 || strncmp(text, "\xef\xbf\xbf", 3) == 0 ? 3
											      : 0;
}

static void add_escaped(struct buffer *out, const char *text)
{
	static const char replacement[] = "\xef\xbf\xbd";
	size_t forbidden;

	for (; *text != '\0'; text += forbidden > 0 ? forbidden : 1) {
		forbidden = forbidden_length(text);
		if (forbidden > 0)
			buffer_add_text(out, replacement);
		else if (*text == '&')
			buffer_add_text(out, "&amp;");
		else if (*text == '<')
			buffer_add_text(out, "&lt;");
		else if (*text == '>')
			buffer_add_text(out, "&gt;");
		else if (*text == '"')
			buffer_add_text(out, "&quot;");
		else
			buffer_add_char(out, *text);
	}
}

/* The outermost tag with a size in millimetres, and what assistive technology reads. */
static void write_head(const struct picture *picture, struct buffer *out)
{
	double width = picture->scene->width, height = picture->scene->height;

	buffer_printf(out,
		      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<svg xmlns=\"http://www.w3.org/2000/svg\" "
		      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" "
		      "width=\"%.3fmm\" height=\"%.3fmm\" viewBox=\"0 0 %.3f %.3f\" role=\"img\" ",
		      width * 25.4 / 72, height * 25.4 / 72, width, height);
	buffer_add_text(out, "xml:lang=\"");
	add_escaped(out, picture->language);
	buffer_printf(out, "\" aria-labelledby=\"%s-title %s-desc\">\n", picture->id, picture->id);
	buffer_printf(out, "<title id=\"%s-title\">", picture->id);
	add_escaped(out, picture->title);
	buffer_printf(out, "</title>\n<desc id=\"%s-desc\">", picture->id);
	add_escaped(out, picture->description);
	buffer_add_text(out, "</desc>\n");
}

/* Numbers for the ids of one picture in the order in which they appear. */
struct renumbering {
	struct arena *arena;
	struct string_index *known;
	int count;
	const char *prefix;
};

static void write_id(struct renumbering *ids, const char *id, size_t length, struct buffer *out)
{
	const char *copy = arena_strndup(ids->arena, id, length);
	int number = string_index_find(ids->known, copy);

	if (number < 0) {
		number = ids->count++;
		string_index_add(ids->known, copy, number);
	}
	buffer_printf(out, "%s-%d", ids->prefix, number);
}

/*
 * cairo's ids come from counters of the whole process: the same picture would differ from run to run, and
 * two of them on one web page would clash. Every id="..." and every reference "#..." is renumbered.
 */
static void write_body(const char *body, const char *prefix, struct buffer *out)
{
	struct renumbering ids = { .arena = arena_new(), .prefix = prefix };
	const char *copied = body, *at = body;

	ids.known = string_index_new(ids.arena);
	while (*at != '\0') {
		const char *id = NULL;
		size_t length;

		if (*at == '#' && (at[-1] == '"' || at[-1] == '('))
			id = at + 1;
		else if (strncmp(at, " id=\"", 5) == 0)
			id = at + 5;
		if (id == NULL) {
			at++;
			continue;
		}
		length = strcspn(id, "\")");
		buffer_add(out, copied, (size_t)(id - copied));
		write_id(&ids, id, length, out);
		at = copied = id + length;
	}
	buffer_add_text(out, copied);
	arena_free(ids.arena);
}

static bool write_picture(const struct picture *picture, struct buffer *out,
			  struct diag_list *diags)
{
	const struct play_links links = { 0 };
	struct buffer drawn;
	cairo_surface_t *surface;
	cairo_status_t status;
	const char *body;
	cairo_t *cairo;

	buffer_init(&drawn);
	surface = cairo_svg_surface_create_for_stream(play_to_buffer, &drawn, picture->scene->width,
						      picture->scene->height);
	cairo = cairo_create(surface);
	cairo_set_source_rgb(cairo, picture->paper.red, picture->paper.green, picture->paper.blue);
	cairo_paint(cairo);
	play_scene(cairo, picture->scene, (struct point){ 0, 0 }, &links);
	status = cairo_status(cairo);
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	body = strstr(buffer_text(&drawn), "<svg");
	body = body == NULL ? NULL : strchr(body, '>');
	if (status != CAIRO_STATUS_SUCCESS || body == NULL) {
		diag_addf(diags, DIAG_DRAWING_FAILED, (struct location){ 0 }, "%s: %s", picture->id,
			  cairo_status_to_string(status));
		buffer_clear(&drawn);
		return false;
	}
	write_head(picture, out);
	write_body(body + 1 + strspn(body + 1, "\n"), picture->id, out);
	buffer_clear(&drawn);
	return true;
}

const struct device device_svg = {
	.name = "svg",
	.suffix = ".svg",
	.write_picture = write_picture,
};
