/* Charts as SVG, read by libxml2. */

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/string_index.h"
#include "support/pages_device.h"
#include "support/plots.h"
#include "support/svg_tree.h"

struct drawn {
	struct arena *arena;
	struct look look;
	struct scene *scene;
};

static struct drawn draw(const char *kind)
{
	static const double values[] = { 40, 35, 30, 25, 20 };
	struct drawn drawn = { .arena = arena_new() };

	drawn.look = look_load(drawn.arena, "annual-report-a4");
	drawn.scene = plot_draw(&drawn.look, plot_of(drawn.arena, kind, values, 5), false);
	return drawn;
}

static struct picture picture_of(const struct drawn *drawn, const char *id)
{
	return (struct picture){ .scene = drawn->scene,
				 .id = id,
				 .title = "Title of the chart",
				 .description = "What it shows",
				 .language = "en-GB",
				 .paper = drawn->look.theme->colours[COLOUR_PAPER] };
}

/* -- for people ------------------------------------------------------------------------------- */

Test(svg, begins_with_a_title_and_a_description_that_it_points_to)
{
	struct drawn drawn = draw("bars");
	struct picture picture = picture_of(&drawn, "chart-1");
	xmlDoc *document;
	const xmlNode *root, *title, *description;

	picture.title = "Waits of > 18 weeks & \"more\" <in> caf\xc3\xa9s";
	picture.description = "It fell from '5' to 3 & more";
	document = svg_parse(make_picture(drawn.arena, &picture));
	root = xmlDocGetRootElement(document);
	title = svg_element(root->children);
	cr_assert_not_null(title);
	description = svg_element(title->next);
	cr_assert_not_null(description);
	cr_expect_str_eq((const char *)root->name, "svg");
	cr_expect_str_eq((const char *)root->ns->href, "http://www.w3.org/2000/svg");
	cr_expect_str_eq(svg_attribute(drawn.arena, root, "role"), "img");
	cr_expect_str_eq(svg_attribute(drawn.arena, root, "lang"), "en-GB");
	cr_expect_str_eq((const char *)title->name, "title");
	cr_expect_str_eq(svg_contents(drawn.arena, title), picture.title);
	cr_expect_str_eq((const char *)description->name, "desc");
	cr_expect_str_eq(svg_contents(drawn.arena, description), picture.description);
	cr_expect_str_eq(svg_attribute(drawn.arena, root, "aria-labelledby"),
			 arena_printf(drawn.arena, "%s %s", svg_attribute(drawn.arena, title, "id"),
				      svg_attribute(drawn.arena, description, "id")));
	svg_forget(document);
	look_free(&drawn.look);
}

/* Labels of data can hold what XML cannot, and spec readers pass it on. */
Test(svg, is_well_formed_whatever_characters_its_title_has)
{
	struct drawn drawn = draw("bars");
	struct picture picture = picture_of(&drawn, "chart-1");
	xmlDoc *document;

	picture.title = "a\x01"
			"b\x0b"
			"c\x7f"
			"d\tend";
	picture.description = "e\xef\xbf\xbe"
			      "f]]>";
	document = svg_parse(make_picture(drawn.arena, &picture));
	svg_forget(document);
	look_free(&drawn.look);
}

Test(svg, is_as_large_as_the_figure_in_print)
{
	struct drawn drawn = draw("bars");
	struct picture picture = picture_of(&drawn, "chart-1");
	xmlDoc *document = svg_parse(make_picture(drawn.arena, &picture));
	const xmlNode *root = xmlDocGetRootElement(document);

	cr_expect_str_eq(svg_attribute(drawn.arena, root, "width"), "159.000mm");
	cr_expect_str_eq(svg_attribute(drawn.arena, root, "height"),
			 arena_printf(drawn.arena, "%.3fmm", drawn.scene->height * 25.4 / 72));
	cr_expect_str_eq(svg_attribute(drawn.arena, root, "viewBox"),
			 arena_printf(drawn.arena, "0 0 %.3f %.3f", drawn.scene->width,
				      drawn.scene->height));
	svg_forget(document);
	look_free(&drawn.look);
}

Test(svg, needs_no_font_picture_or_other_file)
{
	struct drawn drawn = draw("bars");
	struct picture picture = picture_of(&drawn, "chart-1");
	struct made_file file = make_picture(drawn.arena, &picture);
	xmlDoc *document = svg_parse(file);
	const xmlNode *root = xmlDocGetRootElement(document);
	size_t paths = 0, glyphs = 0;

	for (const xmlNode *node = root; node != NULL; node = svg_next(node, root)) {
		cr_expect_str_neq((const char *)node->name, "text");
		cr_expect_str_neq((const char *)node->name, "image");
		cr_expect_str_neq((const char *)node->name, "script");
		paths += strcmp((const char *)node->name, "path") == 0;
		glyphs += strcmp((const char *)node->name, "use") == 0;
	}
	cr_expect_gt(paths, 5);
	cr_expect_gt(glyphs, 10);
	cr_expect_null(strstr(file.bytes, "@font-face"));
	svg_forget(document);
	look_free(&drawn.look);
}

/* -- ids -------------------------------------------------------------------------------------- */

/* Collects the ids of a picture; each begins with that of the picture and is there once. */
static void collect_ids(struct arena *arena, const xmlDoc *document, const char *prefix,
			struct string_index *ids)
{
	const xmlNode *root = xmlDocGetRootElement(document);

	for (const xmlNode *node = root; node != NULL; node = svg_next(node, root)) {
		const char *id = svg_attribute(arena, node, "id");

		if (id == NULL)
			continue;
		cr_expect_eq(strncmp(id, prefix, strlen(prefix)), 0, "%s", id);
		cr_expect(string_index_add(ids, id, 1), "%s is there twice", id);
	}
}

/* Every "#name" in an attribute is the id of something; returns how many there are. */
static size_t check_references(const xmlDoc *document, const struct string_index *ids)
{
	const xmlNode *root = xmlDocGetRootElement(document);
	size_t count = 0;

	for (const xmlNode *node = root; node != NULL; node = svg_next(node, root))
		for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
			const char *value = (const char *)at->children->content;
			const char *mark = strchr(value, '#');
			char name[100];
			size_t length;

			if (mark == NULL || (mark != value && mark[-1] != '('))
				continue;
			length = strcspn(mark + 1, ")");
			cr_assert_lt(length, sizeof(name));
			memcpy(name, mark + 1, length);
			name[length] = '\0';
			cr_expect_neq(string_index_find(ids, name), STRING_INDEX_NONE, "%s", name);
			count++;
		}
	return count;
}

Test(svg, has_ids_that_are_its_own_and_references_that_hold)
{
	static const char *const kinds[] = { "bars", "dots", "trend", "grouped-bars" };

	for (size_t i = 0; i < 4; i++) {
		struct arena *arena = arena_new();
		struct look look = look_load(arena, "annual-report-a4");
		struct vectors_random random = { i };
		struct plot_bounds bounds = { .kind = kinds[i] };
		struct picture picture = {
			.id = "my-chart", .title = "t", .description = "d", .language = "en"
		};
		struct string_index *ids = string_index_new(arena);
		xmlDoc *document;

		picture.scene = plot_draw(&look, plot_random(arena, &random, bounds), false);
		document = svg_parse(make_picture(arena, &picture));
		collect_ids(arena, document, "my-chart-", ids);
		cr_expect_gt(check_references(document, ids), 10);
		svg_forget(document);
		look_free(&look);
	}
}

Test(svg, can_stand_beside_another_on_a_page)
{
	struct drawn drawn = draw("bars");
	struct string_index *ids = string_index_new(drawn.arena);

	for (int i = 1; i <= 2; i++) {
		const char *id = arena_printf(drawn.arena, "chart-%d", i);
		struct picture picture = picture_of(&drawn, id);
		xmlDoc *document = svg_parse(make_picture(drawn.arena, &picture));

		collect_ids(drawn.arena, document, id, ids);
		xmlFreeDoc(document);
	}
	svg_forget(NULL);
	look_free(&drawn.look);
}

/* cairo numbers what it draws through the whole process. */
Test(svg, has_the_same_bytes_whatever_was_drawn_before)
{
	struct drawn drawn = draw("bars");
	struct picture picture = picture_of(&drawn, "chart-1"),
		       other = picture_of(&drawn, "chart-2");
	struct made_file first = make_picture(drawn.arena, &picture);

	make_picture(drawn.arena, &other);
	cr_expect(same_bytes(first, make_picture(drawn.arena, &picture)));
	cr_expect_not(same_bytes(first, make_picture(drawn.arena, &other)));
	look_free(&drawn.look);
}

Test(svg, leaves_the_text_of_the_title_alone)
{
	struct drawn drawn = draw("bars");
	struct picture picture = picture_of(&drawn, "chart-1");
	xmlDoc *document;

	picture.title = "The id=\"x\" of (#y) and \"#z\"";
	document = svg_parse(make_picture(drawn.arena, &picture));
	cr_expect_str_eq(
		svg_contents(drawn.arena, svg_element(xmlDocGetRootElement(document)->children)),
		picture.title);
	svg_forget(document);
	look_free(&drawn.look);
}

/* A page that shows it may be dark, and words are dark too. */
Test(svg, is_drawn_on_paper)
{
	struct drawn drawn = draw("bars");
	struct picture picture = picture_of(&drawn, "chart-1");
	struct made_file file;
	const char *paper;

	picture.paper = (struct colour){ 1, 0.5, 0 };
	file = make_picture(drawn.arena, &picture);
	paper = strstr(file.bytes, "fill:rgb(100%,50%,0%)");
	cr_assert_not_null(paper, "%.600s", file.bytes);
	cr_expect_lt(paper, strstr(file.bytes, "<use"));
	look_free(&drawn.look);
}
