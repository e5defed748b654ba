#include "device/svg_look.h"

#include <math.h>
#include <string.h>

#include "device/svg_path.h"
#include "markup/markup.h"
#include "text/shape.h"

bool svg_same_colour(struct colour a, struct colour b)
{
	return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

struct svg_ink svg_ink_of(const struct scene_text *text)
{
	return (struct svg_ink){ text->shaped->facts, text->colour };
}

void svg_clear(struct svg_pen *pen)
{
	pen->value.length = 0;
	buffer_add_text(&pen->value, "");
}

void svg_put(struct svg_pen *pen, const char *name)
{
	markup_attribute(pen->markup, name, buffer_text(&pen->value));
	svg_clear(pen);
}

void svg_put_number(struct svg_pen *pen, const char *name, double value)
{
	svg_add_number(&pen->value, value);
	svg_put(pen, name);
}

void svg_put_colour(struct svg_pen *pen, const char *name, struct colour colour)
{
	const unsigned parts[] = { (unsigned)lround(colour.red * 255),
				   (unsigned)lround(colour.green * 255),
				   (unsigned)lround(colour.blue * 255) };
	bool is_short = true;

	for (size_t i = 0; i < 3; i++)
		is_short = is_short && parts[i] % 17 == 0;
	buffer_add_char(&pen->value, '#');
	for (size_t i = 0; i < 3; i++)
		buffer_printf(&pen->value, is_short ? "%x" : "%02x",
			      is_short ? parts[i] / 17 : parts[i]);
	svg_put(pen, name);
}

/* The theme's family, then the two that every office has, then what there is. */
static void put_family(struct svg_pen *pen, const char *family)
{
	static const char *const known[] = { "Arial", "Helvetica" };

	buffer_add_char(&pen->value, '\'');
	for (const char *at = family; *at != '\0'; at++)
		if (*at != '\'' && *at != '\\')
			buffer_add_char(&pen->value, *at);
	buffer_add_char(&pen->value, '\'');
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(family, known[i]) != 0)
			buffer_printf(&pen->value, ", %s", known[i]);
	buffer_add_text(&pen->value, ", sans-serif");
	svg_put(pen, "font-family");
}

/* What the text has that the element around it has not. */
static void put_font(struct svg_pen *pen, const struct text_font_facts *font,
		     const struct text_font_facts *around)
{
	static const struct text_font_facts of_a_page = { .weight = 400 };
	double tracking = font->tracking_em * font->size_pt;

	if (around == NULL)
		around = &of_a_page;
	if (around->family == NULL || strcmp(font->family, around->family) != 0)
		put_family(pen, font->family);
	if (font->size_pt != around->size_pt)
		svg_put_number(pen, "font-size", font->size_pt);
	if (font->weight != around->weight) {
		buffer_printf(&pen->value, "%u", font->weight);
		svg_put(pen, "font-weight");
	}
	if (font->italic != around->italic)
		markup_attribute(pen->markup, "font-style", font->italic ? "italic" : "normal");
	if (tracking != around->tracking_em * around->size_pt)
		svg_put_number(pen, "letter-spacing", tracking);
	/* As the text was measured: digits of one width, no ligatures. */
	if (font->tabular != around->tabular || around == &of_a_page)
		markup_attribute(pen->markup, "font-variant",
				 font->tabular ? "no-common-ligatures tabular-nums"
					       : "no-common-ligatures");
}

void svg_put_ink(struct svg_pen *pen, const struct svg_ink *ink, const struct svg_ink *around)
{
	put_font(pen, ink->font, around == NULL ? NULL : around->font);
	if (around == NULL || !svg_same_colour(ink->colour, around->colour))
		svg_put_colour(pen, "fill", ink->colour);
}

static void put_stroke(struct svg_pen *pen, const struct scene_path *path)
{
	svg_put_colour(pen, "stroke", path->stroke);
	svg_put_number(pen, "stroke-width", path->line_width);
	if (path->dash[0] > 0) {
		svg_add_number(&pen->value, path->dash[0]);
		buffer_add_char(&pen->value, ' ');
		svg_add_number(&pen->value, path->dash[1]);
		svg_put(pen, "stroke-dasharray");
	}
	if (path->round_ends) {
		markup_attribute(pen->markup, "stroke-linecap", "round");
		markup_attribute(pen->markup, "stroke-linejoin", "round");
	}
}

void svg_put_look(struct svg_pen *pen, const struct scene_item *item, const struct svg_ink *usual)
{
	static const char *const anchors[] = {
		[SIDE_LEFT] = NULL, [SIDE_RIGHT] = "end", [SIDE_MIDDLE] = "middle"
	};

	markup_attribute(pen->markup, "class", scene_part_name(item->part));
	if (item->kind == SCENE_TEXT) {
		const struct svg_ink ink = svg_ink_of(&item->text);

		svg_put_ink(pen, &ink, usual);
		markup_attribute(pen->markup, "text-anchor", anchors[item->text.hold.side]);
	} else if (item->kind == SCENE_PATH) {
		if (item->path->filled)
			svg_put_colour(pen, "fill", item->path->fill);
		else
			markup_attribute(pen->markup, "fill", "none");
		if (item->path->even_odd)
			markup_attribute(pen->markup, "fill-rule", "evenodd");
		if (item->path->stroked)
			put_stroke(pen, item->path);
	}
}

static bool same_line(const struct scene_path *a, const struct scene_path *b)
{
	return svg_same_colour(a->stroke, b->stroke) && a->line_width == b->line_width &&
	       a->dash[0] == b->dash[0] && a->dash[1] == b->dash[1] &&
	       a->round_ends == b->round_ends;
}

bool svg_same_look(const struct scene_item *a, const struct scene_item *b)
{
	if (a->kind != b->kind || a->part != b->part)
		return false;
	if (a->kind == SCENE_TEXT)
		return a->text.shaped->facts == b->text.shaped->facts &&
		       svg_same_colour(a->text.colour, b->text.colour) &&
		       a->text.hold.side == b->text.hold.side;
	if (a->kind == SCENE_IMAGE)
		return false;
	return a->path->filled == b->path->filled && a->path->stroked == b->path->stroked &&
	       a->path->even_odd == b->path->even_odd &&
	       (!a->path->filled || svg_same_colour(a->path->fill, b->path->fill)) &&
	       (!a->path->stroked || same_line(a->path, b->path));
}
