/*
 * style.c - the style sheet of a page: what comes from theme and document, before the rules that are always the same.
 */
#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/base64.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "html/font_store.h"
#include "html/parts.h"
#include "model/layout.h"
#include "model/theme.h"
#include "scene/scene.h"

static const char fallback[] = "Arial, Helvetica, sans-serif";

/* -- colours and sizes -------------------------------------------------------------------------- */

static unsigned byte_of(double part)
{
	return (unsigned)lround(fmin(1, fmax(0, part)) * 255);
}

static void add_colour(struct buffer *out, const char *name, struct colour colour)
{
	buffer_printf(out, "--%s:#%02x%02x%02x;\n", name, byte_of(colour.red),
		      byte_of(colour.green), byte_of(colour.blue));
}

/* Charts keep paper and text of the theme where the page is dark. */
static void add_colours(const struct theme *theme, struct buffer *out)
{
	for (int role = 0; role < COLOUR_ROLE_COUNT; role++)
		add_colour(out, colour_role_name((enum colour_role)role), theme->colours[role]);
	add_colour(out, "chart-paper", theme->colours[COLOUR_PAPER]);
	add_colour(out, "chart-text", theme->colours[COLOUR_TEXT]);
}

/* Every width of a picture is a class that tells the rules its number. */
static size_t width_of(const struct picture *picture)
{
	return picture->scene == NULL ? 0 : (size_t)ceil(picture->scene->width);
}

static void add_widths(const struct html_job *job, struct buffer *out)
{
	bool *known = NULL;
	size_t most = 0;

	for (size_t i = 0; i < job->figure_count; i++)
		most = (size_t)fmax((double)most, (double)width_of(&job->figures[i].picture));
	known = arena_array(job->arena, most + 1, sizeof(*known));
	for (size_t i = 0; i < job->figure_count; i++) {
		known[width_of(&job->figures[i].picture)] = true;
		known[width_of(&job->figures[i].narrow)] = true;
	}
	for (size_t width = 1; width <= most; width++)
		if (known[width])
			buffer_printf(out, ".w%zu{--width:%zu}\n", width, width);
}

/* -- fonts -------------------------------------------------------------------------------------- */

/* A string of CSS; it may hold nothing that ends one, or the style element. */
static void add_string(struct buffer *out, const char *name)
{
	buffer_add_char(out, '"');
	for (; *name != '\0'; name++)
		if (strchr("\"\\<>\n", *name) == NULL)
			buffer_add_char(out, *name);
	buffer_add_char(out, '"');
}

/* On every sheet of paper, too: in its margin, and across it for browsers that print nothing there. */
static void add_warning(const char *warning, struct buffer *out)
{
	if (warning == NULL)
		return;
	buffer_add_text(out, "@page{@top-center{font:bold 10pt sans-serif;content:");
	add_string(out, warning);
	buffer_add_text(out, "}}\n@media print{body::after{content:");
	add_string(out, warning);
	buffer_add_text(out, ";position:fixed;top:45%;left:0;right:0;text-align:center;"
			     "font:bold 28pt sans-serif;color:#000;opacity:.15}}\n");
}

static void add_families(const struct theme *theme, struct buffer *out)
{
	static const char *const names[] = { [FONT_TEXT] = "text", [FONT_DISPLAY] = "display" };

	for (int role = 0; role < FONT_ROLE_COUNT; role++) {
		buffer_printf(out, "--font-%s:", names[role]);
		add_string(out, theme->families[role].name);
		buffer_printf(out, ", %s;\n", fallback);
	}
}

/* How far a face is from what a style asks for, by the order in which CSS looks for another weight. */
static int distance(const struct font_face *face, unsigned weight, bool italic)
{
	int away = (int)face->weight - (int)weight;
	bool wrong_side = weight > 500 ? away < 0
				       : (weight < 400 ? away > 0 : away > 0 && face->weight > 500);

	return (face->italic != italic ? 10000 : 0) + (wrong_side ? 1000 : 0) +
	       (away < 0 ? -away : away);
}

static void want(const struct font_family *family, unsigned weight, bool italic, bool *wanted)
{
	size_t best = 0;

	for (size_t i = 1; i < family->count; i++)
		if (distance(&family->faces[i], weight, italic) <
		    distance(&family->faces[best], weight, italic))
			best = i;
	if (family->count > 0)
		wanted[best] = true;
}

/* The faces that the rules and the pictures use; slanted ones when the page has such words. */
static void find_wanted(const struct html_job *job, const struct buffer *body, enum font_role role,
			bool *wanted)
{
	const struct font_family *family = &job->theme->families[role];
	bool slanted = strstr(buffer_text(body), "<em>") != NULL;

	for (int i = 0; i < TEXT_ROLE_COUNT; i++) {
		const struct text_style *style = &job->layout->styles[i];

		if (style->font == role)
			want(family, style->weight, style->italic, wanted);
	}
	if (role != FONT_TEXT)
		return;
	want(family, 400, false, wanted);
	want(family, 600, false, wanted);
	if (slanted)
		want(family, 400, true, wanted);
	if (slanted && strstr(buffer_text(body), "<strong><em>") != NULL)
		want(family, 600, true, wanted);
}

static void add_face(const struct font_family *family, const struct font_face *face,
		     const struct buffer *bytes, struct buffer *out)
{
	buffer_add_text(out, "@font-face{font-family:");
	add_string(out, family->name);
	buffer_printf(out, ";font-weight:%u;font-style:%s;src:url(data:font/%s;base64,",
		      face->weight, face->italic ? "italic" : "normal",
		      bytes->length > 4 && memcmp(bytes->bytes, "OTTO", 4) == 0 ? "otf" : "ttf");
	base64_add(out, bytes->bytes, bytes->length);
	buffer_add_text(out, ")}\n");
}

/* A font that cannot come with the page is told of; the page then shows itself in one of the reader's. */
static void add_font(const struct html_job *job, const struct font_family *family,
		     const struct font_face *face, const char *characters, struct buffer *out)
{
	enum web_font_result result;
	struct buffer bytes;

	buffer_init(&bytes);
	result = font_store_part(job->fonts, face->file, characters, &bytes);
	if (result == WEB_FONT_MADE)
		add_face(family, face, &bytes, out);
	else
		diag_addf(job->diags, DIAG_FONT_NOT_EMBEDDED, face->at, "%s: %s", face->file,
			  result == WEB_FONT_RESERVED ? "it may not be embedded, or not in part"
						      : "it cannot be taken apart");
	buffer_clear(&bytes);
}

/* Words stand in the page, signs such as the arrows of sorted columns in the rules. */
static void add_fonts(const struct html_job *job, const struct buffer *body, struct buffer *out)
{
	struct buffer text, characters;

	buffer_init(&text);
	buffer_init(&characters);
	buffer_add(&text, body->bytes, body->length);
	buffer_add_text(&text, job->style);
	web_font_characters(buffer_text(&text), text.length, &characters);
	buffer_clear(&text);
	for (int role = 0; role < FONT_ROLE_COUNT; role++) {
		const struct font_family *family = &job->theme->families[role];
		bool wanted[FACES_MOST] = { false };

		find_wanted(job, body, (enum font_role)role, wanted);
		for (size_t i = 0; i < family->count; i++)
			if (wanted[i])
				add_font(job, family, &family->faces[i], buffer_text(&characters),
					 out);
	}
	buffer_clear(&characters);
}

void html_style(const struct html_job *job, const struct buffer *body, struct buffer *out)
{
	buffer_add_text(out, "\n:root{\n");
	add_colours(job->theme, out);
	add_families(job->theme, out);
	buffer_add_text(out, "}\n");
	add_widths(job, out);
	add_warning(job->warning, out);
	add_fonts(job, body, out);
	buffer_add_text(out, job->style);
}
