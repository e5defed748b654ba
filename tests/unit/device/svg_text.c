/* Charts as SVG with live text, read by libxml2. */

#include "device/svg_text.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "chart/kind.h"
#include "markup/markup.h"
#include "scene/image.h"
#include "support/plots.h"
#include "support/suite_look.h"
#include "support/svg_tree.h"

TestSuite(svg_text, .init = suite_look_load, .fini = suite_look_free);

static struct picture picture_of(const struct scene *scene)
{
	return (struct picture){ .scene = scene,
				 .id = "chart-1",
				 .title = "Title of the chart",
				 .description = "What it shows",
				 .language = "en-GB",
				 .paper = look.theme->colours[COLOUR_PAPER] };
}

static struct made_file made_of(const struct scene *scene)
{
	const struct picture picture = picture_of(scene);

	return make_picture_by(arena, &device_svg_text, &picture);
}

static struct scene *bars(void)
{
	static const double values[] = { 40, 35, 30, 25, 20 };

	return plot_draw(&look, plot_of(arena, "bars", values, 5), false);
}

static const struct shaped_text *shaped(enum text_role role, const char *words)
{
	return text_shape(look.engine, look_font(&look, role), words, strlen(words));
}

/* The only element of a name; the test fails if there is none or another. */
static const xmlNode *only(const xmlDoc *document, const char *name)
{
	const xmlNode *root = xmlDocGetRootElement(document), *found = NULL;

	for (const xmlNode *node = root; node != NULL; node = svg_next(node, root))
		if (strcmp((const char *)node->name, name) == 0) {
			cr_assert_null(found, "two of %s", name);
			found = node;
		}
	cr_assert_not_null(found, "no %s", name);
	return found;
}

/* An attribute of the element or of one around it. */
static const char *inherited(const xmlNode *node, const char *name)
{
	for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent) {
		const char *value = svg_attribute(arena, node, name);

		if (value != NULL)
			return value;
	}
	return NULL;
}

/* -- rules of the file -------------------------------------------------------------------------- */

/* All that a picture with live text is made of: no style, script, clip path, filter or event. */
static const struct {
	const char *element, *attributes;
} allowed[] = {
	{ "svg", " width height lang viewBox class role aria-labelledby " },
	{ "title", " id " },
	{ "desc", " id " },
	{ "g",
	  " class aria-hidden fill fill-rule stroke stroke-width stroke-dasharray stroke-linecap "
	  "stroke-linejoin stroke-miterlimit font-family font-size font-weight font-style "
	  "font-variant letter-spacing text-anchor text-rendering " },
	{ "rect", " class x y width height fill fill-rule stroke stroke-width stroke-dasharray "
		  "stroke-linecap stroke-linejoin " },
	{ "circle", " class cx cy r fill stroke stroke-width stroke-dasharray " },
	{ "path", " class d fill fill-rule stroke stroke-width stroke-dasharray stroke-linecap "
		  "stroke-linejoin " },
	{ "text", " class x y space fill font-family font-size font-weight font-style font-variant "
		  "letter-spacing text-anchor " },
	{ "tspan",
	  " fill font-family font-size font-weight font-style font-variant letter-spacing " },
};

static const char *allowed_attributes(const xmlNode *node)
{
	for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
		if (strcmp(allowed[i].element, (const char *)node->name) == 0)
			return allowed[i].attributes;
	cr_assert_fail("<%s> is not allowed", (const char *)node->name);
	return "";
}

static void check_numbers(const xmlNode *node)
{
	static const char *const names[] = { "x", "y", "width", "height", "cx", "cy", "r" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = svg_attribute(arena, node, names[i]);
		char *end;

		if (value == NULL || node->parent->type == XML_DOCUMENT_NODE)
			continue;
		cr_expect_geq(strtod(value, &end), i < 2 || (i > 3 && i < 6) ? -1e6 : 0, "%s=%s",
			      names[i], value);
		cr_expect(*value != '\0' && *end == '\0', "%s=%s", names[i], value);
		cr_expect_leq(strlen(strchr(value, '.') == NULL ? "" : strchr(value, '.')), 3,
			      "%s=%s", names[i], value);
	}
}

static void check_rules(const xmlDoc *document)
{
	const xmlNode *root = xmlDocGetRootElement(document);

	for (const xmlNode *node = root; node != NULL; node = svg_next(node, root)) {
		const char *attributes = allowed_attributes(node);

		cr_expect_str_eq((const char *)node->ns->href, "http://www.w3.org/2000/svg");
		for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
			cr_expect_not_null(
				strstr(attributes, arena_printf(arena, " %s ", at->name)),
				"<%s %s>", (const char *)node->name, (const char *)at->name);
		check_numbers(node);
	}
}

Test(svg_text, every_kind_of_chart_keeps_to_the_elements_that_are_allowed)
{
	for (const struct chart_kind_entry *at = chart_kinds(); at->kind != NULL; at++)
		for (unsigned seed = 0; seed < 3; seed++) {
			struct vectors_random random = { seed };
			const struct plot *plot = plot_random(
				arena, &random, (struct plot_bounds){ .kind = at->name });
			xmlDoc *document = svg_parse(made_of(plot_draw(&look, plot, false)));

			check_rules(document);
			xmlFreeDoc(document);
		}
	svg_forget(NULL);
}

Test(svg_text, is_small)
{
	const struct scene *scene = bars();
	const struct picture picture = picture_of(scene);

	cr_expect_lt(made_of(scene).length * 5, make_picture(arena, &picture).length);
	cr_expect_lt(made_of(scene).length, 5000);
}

Test(svg_text, has_the_same_bytes_again)
{
	cr_expect(same_bytes(made_of(bars()), made_of(bars())));
}

/* -- for people --------------------------------------------------------------------------------- */

Test(svg_text, is_an_image_with_a_name_and_a_description_and_nothing_else_to_read_out)
{
	xmlDoc *document = svg_parse(made_of(bars()));
	const xmlNode *root = xmlDocGetRootElement(document);

	cr_expect_str_eq(svg_attribute(arena, root, "role"), "img");
	cr_expect_str_eq(svg_attribute(arena, root, "lang"), "en-GB");
	cr_expect_str_eq(svg_attribute(arena, root, "width"), "159.000mm");
	cr_expect_str_eq(svg_attribute(arena, root, "aria-labelledby"),
			 "chart-1-title chart-1-desc");
	cr_expect_str_eq(svg_contents(arena, only(document, "title")), "Title of the chart");
	cr_expect_str_eq(svg_contents(arena, only(document, "desc")), "What it shows");
	for (const xmlNode *node = root; node != NULL; node = svg_next(node, root))
		if (strcmp((const char *)node->name, "text") == 0)
			cr_expect_str_eq(inherited(node, "aria-hidden"), "true");
	svg_forget(document);
}

Test(svg_text, has_the_words_of_the_chart_as_text)
{
	xmlDoc *document = svg_parse(made_of(bars()));
	const char *words = svg_contents(arena, xmlDocGetRootElement(document));

	cr_expect_not_null(strstr(words, "40.035.030.025.020.0"), "%s", words);
	svg_forget(document);
}

Test(svg_text, names_the_family_of_the_theme_and_those_that_stand_in_for_it)
{
	struct scene *scene = scene_new(arena, 100, 50);
	xmlDoc *document;
	const char *family;

	scene_text(scene, PART_TEXT, shaped(ROLE_CHART_STRONG, "12"), 5, 20,
		   look.theme->colours[COLOUR_TEXT]);
	document = svg_parse(made_of(scene));
	family = inherited(only(document, "text"), "font-family");
	cr_expect_str_eq(family, arena_printf(arena, "'%s', Arial, Helvetica, sans-serif",
					      look.theme->families[FONT_TEXT].name));
	cr_expect_str_eq(inherited(only(document, "text"), "font-weight"), "600");
	cr_expect_not_null(
		strstr(inherited(only(document, "text"), "font-variant"), "tabular-nums"));
	svg_forget(document);
}

/* -- text --------------------------------------------------------------------------------------- */

static void expect_anchor(enum label_align align, const char *anchor)
{
	struct canvas canvas = suite_canvas(200, 100);
	xmlDoc *document;
	const xmlNode *text;

	canvas_text(&canvas, PART_TICK_LABEL, canvas.text, COLOUR_TEXT, align, 120, 40, "Leeds");
	document = svg_parse(made_of(canvas.scene));
	text = only(document, "text");
	cr_expect_str_eq(svg_attribute(arena, text, "x"), "120");
	cr_expect_str_eq(svg_attribute(arena, text, "y"), "40");
	if (anchor == NULL)
		cr_expect_null(inherited(text, "text-anchor"));
	else
		cr_expect_str_eq(inherited(text, "text-anchor"), anchor);
	svg_forget(document);
}

/* In a font of other widths it still ends, or has its middle, where it belongs. */
Test(svg_text, holds_a_label_where_the_chart_aligns_it)
{
	expect_anchor(LABEL_LEFT, NULL);
	expect_anchor(LABEL_RIGHT, "end");
	expect_anchor(LABEL_CENTRE, "middle");
}

Test(svg_text, holds_the_lines_of_a_label_on_the_right_without_their_blanks)
{
	struct canvas canvas = suite_canvas(200, 100);
	struct text_paragraph *paragraph =
		canvas_wrap(&canvas, canvas.text, "Bangladeshi or British", 60, ALIGN_RIGHT);
	const xmlNode *root;
	xmlDoc *document;
	size_t lines = 0;

	canvas_paragraph(&canvas, PART_GROUP_LABEL, COLOUR_TEXT, paragraph, 20, 30);
	document = svg_parse(made_of(canvas.scene));
	root = xmlDocGetRootElement(document);
	for (const xmlNode *node = root; node != NULL; node = svg_next(node, root)) {
		const char *words;

		if (strcmp((const char *)node->name, "text") != 0)
			continue;
		lines++;
		words = svg_contents(arena, node);
		cr_expect_str_eq(svg_attribute(arena, node, "x"), "80");
		cr_expect_str_eq(inherited(node, "text-anchor"), "end");
		cr_expect_neq(words[strlen(words) - 1], ' ', "'%s'", words);
	}
	cr_expect_geq(lines, 2);
	svg_forget(document);
}

Test(svg_text, keeps_a_line_of_two_colours_together)
{
	struct scene *scene = scene_new(arena, 200, 50);
	const struct shaped_text *name = shaped(ROLE_CHART_TEXT, "Deaths "),
				 *unit = shaped(ROLE_CHART_TEXT, "(number)");
	const struct text_hold hold = { SIDE_LEFT, 10 };
	xmlDoc *document;

	scene_text_held(scene, PART_GROUP_LABEL, name, (struct point){ 10, 20 },
			look.theme->colours[COLOUR_TEXT], hold);
	scene_text_held(scene, PART_GROUP_LABEL, unit, (struct point){ 10 + name->width, 20 },
			look.theme->colours[COLOUR_WORSE], hold);
	document = svg_parse(made_of(scene));
	cr_expect_str_eq(svg_contents(arena, only(document, "text")), "Deaths (number)");
	cr_expect_str_eq(svg_contents(arena, only(document, "tspan")), "(number)");
	cr_expect_not_null(svg_attribute(arena, only(document, "tspan"), "fill"));
	svg_forget(document);
}

Test(svg_text, is_well_formed_whatever_a_label_holds)
{
	struct scene *scene = scene_new(arena, 200, 50);
	xmlDoc *document;

	scene_text(scene, PART_TEXT, shaped(ROLE_CHART_TEXT, "5 < 6 & \"7\" ]]> "), 5, 20,
		   look.theme->colours[COLOUR_TEXT]);
	document = svg_parse(made_of(scene));
	cr_expect_str_eq(svg_contents(arena, only(document, "text")), "5 < 6 & \"7\" ]]>");
	svg_forget(document);
}

/* -- shapes ------------------------------------------------------------------------------------- */

static const struct colour black = { 0, 0, 0 };

Test(svg_text, draws_scenes_within_scenes_where_they_lie)
{
	struct scene *inner = scene_new(arena, 20, 20), *outer = scene_new(arena, 100, 100);
	xmlDoc *document;

	path_circle(inner, scene_fill(inner, PART_DOT, black), 4, 5, 2.5);
	scene_use(outer, inner, 30, 40);
	document = svg_parse(made_of(outer));
	cr_expect_str_eq(svg_attribute(arena, only(document, "circle"), "cx"), "34");
	cr_expect_str_eq(svg_attribute(arena, only(document, "circle"), "cy"), "45");
	cr_expect_str_eq(svg_attribute(arena, only(document, "circle"), "r"), "2.5");
	cr_expect_str_eq(svg_attribute(arena, only(document, "circle"), "fill"), "#000");
	cr_expect_str_eq(svg_attribute(arena, only(document, "circle"), "class"), "dot");
	svg_forget(document);
}

/* -3 by -3 would be a fault in a <rect>. */
Test(svg_text, draws_a_rectangle_to_the_left_as_a_path)
{
	struct scene *scene = scene_new(arena, 100, 100);
	xmlDoc *document;

	path_rectangle(scene, scene_fill(scene, PART_BAR, black), (struct box){ 20, 20, -3, 10 });
	document = svg_parse(made_of(scene));
	cr_expect_str_eq(svg_attribute(arena, only(document, "path"), "d"), "M20 20h-3v10h3z");
	svg_forget(document);
}

Test(svg_text, says_once_how_alike_pieces_look)
{
	struct scene *scene = scene_new(arena, 100, 100);
	struct made_file file;
	const char *found;

	for (int i = 0; i < 5; i++) {
		struct scene_path *path = scene_stroke(scene, PART_GRIDLINE, black, 0.5);

		path_move(scene, path, 0, 10 * i);
		path_line(scene, path, 100, 10 * i);
	}
	file = made_of(scene);
	found = strstr(file.bytes, "stroke-width=\".5\"");
	cr_assert_not_null(found);
	cr_expect_null(strstr(found + 1, "stroke-width=\".5\""));
	cr_expect_not_null(strstr(file.bytes, "<path d=\"M0 40h100\"/>"));
}

/* -- in a page ---------------------------------------------------------------------------------- */

Test(svg_text, in_a_page_has_no_size_and_no_declaration)
{
	struct picture picture = picture_of(bars());
	struct markup *markup = markup_new();
	struct buffer out;
	struct made_file file;
	xmlDoc *document;
	const xmlNode *root;

	buffer_init(&out);
	svg_text_inline(&picture, markup);
	markup_finish(markup, &out);
	file = (struct made_file){ buffer_text(&out), out.length };
	document = svg_parse(file);
	root = xmlDocGetRootElement(document);
	cr_expect_eq(strncmp(file.bytes, "<svg ", 5), 0);
	cr_expect_null(svg_attribute(arena, root, "width"));
	cr_expect_str_eq(svg_attribute(arena, root, "aria-labelledby"), "chart-1-title");
	cr_expect_str_eq(svg_attribute(arena, root, "aria-describedby"), "chart-1-desc");
	svg_forget(document);
	buffer_clear(&out);
}

Test(svg_text, leaves_out_a_description_that_is_not_there)
{
	struct picture picture = picture_of(bars());
	struct made_file file;

	picture.description = NULL;
	file = make_picture_by(arena, &device_svg_text, &picture);
	cr_expect_null(strstr(file.bytes, "<desc"));
	cr_expect_null(strstr(file.bytes, "chart-1-desc"));
}
