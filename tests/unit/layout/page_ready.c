/* Pages that are made while the galley grows end where they would when it is complete. */

#include "layout/paginate.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/string_index.h"
#include "support/looks.h"
#include "support/records_random.h"

/* More than are gathered before the first pages are made, several times over. */
enum { STRIPS = 3000, REPORTS = 60 };

struct growing_report {
	struct look look;
	struct document document;
	struct node root;
	struct composer composer;
	struct galley galley;
};

static void begin(struct growing_report *report)
{
	report->look = look_new("annual-report-a4");
	report->root = (struct node){ .anchor = "" };
	report->document = (struct document){ .root = &report->root,
					      .title = "Report",
					      .publisher = "",
					      .notice = "",
					      .period = "",
					      .page_word = "page" };
	report->composer = (struct composer){
		.arena = report->look.arena,
		.whole = report->look.arena,
		.drafts = arena_new(),
		.engine = report->look.engine,
		.layout = report->look.layout,
		.theme = report->look.theme,
		.document = &report->document,
		.diags = diag_list_new(report->look.arena),
		.pages = arena_alloc(report->look.arena, sizeof(struct pages)),
		.anchor_numbers = string_index_new(report->look.arena),
		.title_element = ARTIFACT_FOOTER,
		.notice_element = ARTIFACT_FOOTER,
		.logo_element = ARTIFACT_LAYOUT,
	};
	report->galley = galley_new(&report->composer, 450, 0);
	report->galley.paged = true;
}

static void end(struct growing_report *report)
{
	arena_free(report->composer.drafts);
	arena_free(report->composer.older);
	look_free(&report->look);
}

static struct strip *add_box(struct growing_report *report, double height, size_t number)
{
	struct galley *galley = &report->galley;
	struct scene *scene = galley_new_scene(galley, height, 0);

	path_rectangle(scene, scene_fill(scene, PART_RULE, (struct colour){ 0 }),
		       (struct box){ 0, 0, 10, height });
	galley->next_anchor = arena_printf(report->look.arena, "box %zu", number);
	return galley_box(galley, scene, (struct location){ 0 });
}

/* Rows with a head that is repeated, the last two together. */
static void add_table(struct growing_report *report, uint64_t *state, size_t number)
{
	const struct scene *head = galley_new_scene(&report->galley, 15, 0);
	size_t rows = 1 + random_below(state, 60);

	for (size_t i = 0; i < rows; i++) {
		struct strip *row = add_box(report, 12 + random_below(state, 9), number * 100 + i);

		row->head = i == 0 ? NULL : head;
		row->no_break = i == 1 || i + 1 == rows;
	}
}

static void add_something(struct growing_report *report, uint64_t *state, size_t number)
{
	struct galley *galley = &report->galley;

	switch (random_below(state, 24)) {
	case 0:
		galley_page(galley);
		break;
	case 1:
		galley_turn(galley, !galley->landscape);
		break;
	case 2:
	case 3:
		add_table(report, state, number);
		break;
	case 4:
		add_box(report, 100 + random_below(state, 500), number * 100);
		break;
	case 5:
		galley_note(galley, galley_new_scene(galley, 12, 0));
		add_box(report, 18, number * 100);
		break;
	case 6:
		add_box(report, 40, number * 100)->no_break = false;
		galley->keep = true;
		break;
	default:
		add_box(report, 18, number * 100);
		galley_space(galley, 1 + random_below(state, 20));
		break;
	}
}

static void fill(struct growing_report *report, unsigned seed, bool while_it_grows)
{
	uint64_t state = seed;

	for (size_t i = 0; i < STRIPS; i++) {
		add_something(report, &state, i);
		if (while_it_grows)
			paginate_ready(&report->galley);
	}
	paginate(&report->galley);
}

static void expect_same_pages(const struct pages *given, const struct pages *wanted, unsigned seed)
{
	cr_assert_eq(given->count, wanted->count, "%u: %zu pages for %zu", seed, given->count,
		     wanted->count);
	for (size_t i = 0; i < wanted->count; i++) {
		const struct scene *page = wanted->items[i], *other = given->items[i];

		cr_assert_eq(other->count, page->count, "%u: page %zu", seed, i + 1);
		cr_assert_eq(other->width, page->width);
		for (size_t n = 0; n < page->count; n++) {
			cr_assert_eq(other->items[n].kind, page->items[n].kind);
			if (page->items[n].kind != SCENE_ANCHOR)
				continue;
			cr_assert_str_eq(other->items[n].target, page->items[n].target);
			cr_assert_eq(other->items[n].area.y, page->items[n].area.y);
		}
	}
}

Test(layout_page_ready, makes_the_same_pages_as_of_a_complete_report)
{
	for (unsigned seed = 1; seed <= REPORTS; seed++) {
		struct growing_report complete, growing;

		begin(&complete);
		fill(&complete, seed, false);
		begin(&growing);
		fill(&growing, seed, true);
		expect_same_pages(growing.composer.pages, complete.composer.pages, seed);
		end(&growing);
		end(&complete);
	}
}

Test(layout_page_ready, holds_on_to_no_more_than_some_pages)
{
	struct growing_report report;
	uint64_t state = 5;
	size_t most = 0;

	begin(&report);
	for (size_t i = 0; i < STRIPS; i++) {
		add_something(&report, &state, i);
		paginate_ready(&report.galley);
		most = report.galley.count > most ? report.galley.count : most;
	}
	cr_expect_lt(most, STRIPS / 4, "%zu strips at once", most);
	cr_expect_gt(report.composer.pages->count, 50);
	paginate(&report.galley);
	cr_expect_eq(report.galley.count, 0);
	end(&report);
}

Test(layout_page_ready, leaves_the_galley_of_a_box_alone)
{
	struct growing_report report;
	uint64_t state = 5;

	begin(&report);
	report.galley.paged = false;
	for (size_t i = 0; i < STRIPS; i++) {
		add_something(&report, &state, i);
		paginate_ready(&report.galley);
	}
	cr_expect_eq(report.composer.pages->count, 0);
	end(&report);
}
