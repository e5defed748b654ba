/*
 * The gallery and the example statements as readers see them: what is on their pages is held against the rules
 * of support/scene_rules.h, the gallery against the list of kinds, and its words against its elements.
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "chart/kind.h"
#include "support/drawn_report.h"
#include "support/program.h"
#include "support/rotation.h"

static const char folder[] = "inputs/gallery";

/* -- what is drawn ---------------------------------------------------------------------------- */

struct report_case {
	char spec[64], data[32];
};

ParameterizedTestParameters(gallery, nothing_on_its_pages_breaks_a_rule)
{
	static struct report_case cases[] = {
		{ "inputs/gallery/gallery.xml", "" },
		{ "inputs/example-icb/statement.xml", "" },
		{ "inputs/example-trust/statement.xml", "" },
		{ "inputs/example-appendix/appendix.xml", "inputs/example-icb" },
	};

	return cr_make_param_array(struct report_case, cases, sizeof(cases) / sizeof(cases[0]));
}

ParameterizedTest(struct report_case *at, gallery, nothing_on_its_pages_breaks_a_rule)
{
	struct drawn_report *report =
		drawn_report_of(at->spec, at->data[0] != '\0' ? at->data : NULL);
	const char *faults = drawn_report_faults(report);

	cr_assert_str_empty(faults, "%s\n%s", at->spec, faults);
	drawn_report_free(report);
}

/* The gallery in other looks: attributes in place of its layout. */
static const char own_look[] = "layout=\"research-appendix-a4\"";

ParameterizedTestParameters(gallery, no_other_look_breaks_a_rule)
{
	static char looks[][72] = {
		"layout=\"annual-report-a4\"",
		"layout=\"annual-report-a4\" theme=\"high-contrast\"",
		"layout=\"research-appendix-a4\" theme=\"print-one-ink\"",
	};

	return cr_make_param_array(char[72], looks, sizeof(looks) / sizeof(looks[0]));
}

ParameterizedTest(char (*attributes)[72], gallery, no_other_look_breaks_a_rule)
{
	struct arena *arena = arena_new();
	const char *scratch = scratch_new(arena), *spec, *text;
	const char *const copy[] = { "cp", "-r", absolute_path(arena, folder), ".", NULL };
	struct drawn_report *report;

	cr_assert_eq(command_run(arena, scratch, copy).status, 0);
	spec = path_join(arena, scratch, "gallery/gallery.xml");
	text = file_text(arena, spec, NULL);
	cr_assert_not_null(strstr(text, own_look));
	text = text_replace(arena, text, own_look, *attributes);
	file_write(spec, text, strlen(text));
	report = drawn_report_of(spec, NULL);
	cr_expect_str_empty(drawn_report_faults(report), "%s\n%s", *attributes,
			    drawn_report_faults(report));
	drawn_report_free(report);
	scratch_free(scratch);
	arena_free(arena);
}

/* -- no rotated text -------------------------------------------------------------------------- */

Test(gallery, a_matrix_that_turns_text_is_found)
{
	const char straight[] = "BT\n9 0 0 -9 62.3 80 Tm\nq 1 0 0 -1 0 841.9 cm\n";
	const char turned[] = "BT\n0 9 -9 0 62.3 80 Tm\n(text) Tj ET 1 0.2 0 1 0 0 cm\n";

	cr_expect_eq(rotations_in_pdf(straight, strlen(straight)), 0);
	cr_expect_eq(rotations_in_pdf(turned, strlen(turned)), 2);
	cr_expect_eq(rotations_in_svg("<g transform=\"matrix(1,0,0,1,3,4)\"/>"), 0);
	cr_expect_eq(rotations_in_svg("<g transform=\"matrix(0,1,-1,0,3,4)\"/>"
				      "<text transform=\"rotate(-90)\"/>"),
		     2);
}

static size_t rotations_in_pictures(struct arena *arena, const char *charts)
{
	DIR *directory = opendir(charts);
	size_t found = 0, pictures = 0;

	cr_assert_not_null(directory);
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
		if (strstr(entry->d_name, ".svg") == NULL)
			continue;
		found += rotations_in_svg(
			file_text(arena, path_join(arena, charts, entry->d_name), NULL));
		pictures++;
	}
	closedir(directory);
	cr_assert_gt(pictures, 50);
	return found;
}

Test(gallery, no_text_is_rotated_in_the_files)
{
	struct arena *arena = arena_new();
	const char *out = scratch_new(arena);
	const char *build[] = { "build",       "-q", "--formats", "pdf,svg",
				"gallery.xml", "-o", out,         NULL };
	const char *const qpdf[] = { "qpdf",        "--qdf",   "--object-streams=disable",
				     "gallery.pdf", "out.pdf", NULL };
	struct program_result built = program_run(arena, folder, build, NULL);
	const char *pdf;
	size_t length;

	cr_assert_eq(built.status, 0, "%s", built.err);
	cr_assert_eq(command_run(arena, out, qpdf).status, 0);
	pdf = file_text(arena, path_join(arena, out, "out.pdf"), &length);
	cr_assert_not_null(strstr(pdf, " Tm"));
	cr_expect_eq(rotations_in_pdf(pdf, length), 0);
	cr_expect_eq(rotations_in_pictures(arena, path_join(arena, out, "charts")), 0);
	scratch_free(out);
	arena_free(arena);
}

/* -- documentation ---------------------------------------------------------------------------- */

Test(gallery, every_kind_of_chart_has_a_page)
{
	struct arena *arena = arena_new();
	const char *spec = file_text(arena, path_join(arena, folder, "gallery.xml"), NULL);

	for (const struct chart_kind_entry *at = chart_kinds(); at->kind != NULL; at++)
		cr_expect_not_null(
			strstr(spec,
			       arena_printf(arena, "<include href=\"kinds/%s.xml\"/>", at->name)),
			"no page for %s", at->name);
	arena_free(arena);
}

/* The start tag of an element from its "<" without the id and without what ends it. */
static const char *tag_at(struct arena *arena, const char *text)
{
	size_t length = strcspn(text, ">");
	const char *id = strstr(text, " id=\"");

	length -= length > 0 && text[length - 1] == '/';
	if (id == NULL || id > text + length)
		return arena_strndup(arena, text, length);
	return arena_printf(arena, "%.*s%.*s", (int)(id - text), text,
			    (int)(length - (size_t)(strchr(id + 5, '"') + 1 - text)),
			    strchr(id + 5, '"') + 1);
}

/* Calls back with the name and text of every page of the gallery. */
static void for_every_page(struct arena *arena,
			   void (*look)(struct arena *arena, const char *name, const char *page))
{
	const char *kinds = path_join(arena, folder, "kinds");
	DIR *directory = opendir(kinds);

	cr_assert_not_null(directory);
	for (struct dirent *entry; (entry = readdir(directory)) != NULL;)
		if (strstr(entry->d_name, ".xml") != NULL)
			look(arena, entry->d_name,
			     file_text(arena, path_join(arena, kinds, entry->d_name), NULL));
	closedir(directory);
}

/* Every chart or table with an id stands below a paragraph that shows it. Returns how many there are. */
static size_t check_page(struct arena *arena, const char *name, const char *page)
{
	const char *shown = NULL;
	size_t count = 0;

	for (const char *line = page; *line != '\0';
	     line += strcspn(line, "\n"), line += *line != '\0') {
		size_t length = strcspn(line, "\n");
		const char *text = arena_strndup(arena, line, length);
		const char *escaped = strstr(text, "&lt;");
		const char *element = strstr(text, "<chart ");

		if (element == NULL)
			element = strstr(text, "<table ");
		if (strstr(text, "<p>") != NULL && escaped != NULL)
			shown = tag_at(arena,
				       text_replace(arena,
						    text_replace(arena, escaped, "&lt;", "<"),
						    "&gt;", ">"));
		if (element == NULL || strstr(element, " id=\"") == NULL)
			continue;
		cr_expect_str_eq(tag_at(arena, element), shown == NULL ? "" : shown, "%s", name);
		count++;
	}
	return count;
}

static void check_elements(struct arena *arena, const char *name, const char *page)
{
	cr_expect_gt(check_page(arena, name, page), 0, "%s shows nothing", name);
}

Test(gallery, every_page_shows_the_elements_that_make_it)
{
	struct arena *arena = arena_new();

	for_every_page(arena, check_elements);
	arena_free(arena);
}

static void check_included(struct arena *arena, const char *name, const char *page)
{
	const char *spec = file_text(arena, path_join(arena, folder, "gallery.xml"), NULL);

	(void)page;
	cr_expect_not_null(strstr(spec, arena_printf(arena, "<include href=\"kinds/%s\"/>", name)),
			   "%s is not in gallery.xml", name);
}

Test(gallery, every_page_is_in_the_report)
{
	struct arena *arena = arena_new();

	for_every_page(arena, check_included);
	arena_free(arena);
}
