/* The list of bodies: what it holds, and what is refused in it. */
#include "data/organisations_read.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "model/reference.h"
#include "support/fixture.h"
#include "support/messages.h"
#include "support/program.h"

TestSuite(data_organisations_read, .init = fixture_set_up, .fini = fixture_tear_down);

static const char head[] = "code,other_code,name,short_name,kind,form,within,valid_from,valid_to,"
			   "successors,confidence,note\n";

static struct reference *list_of(const char *rows)
{
	const char *folder = scratch_new(arena), *text = arena_printf(arena, "%s%s", head, rows);
	struct reference *reference = arena_alloc(arena, sizeof(*reference));

	diags = diag_list_new(arena);
	file_write(path_join(arena, folder, "organisations.csv"), text, strlen(text));
	organisations_read(arena, folder, reference, diags);
	scratch_free(folder);
	return reference;
}

static void expect_refused(const char *rows, const char *message)
{
	const char *said;

	list_of(rows);
	said = messages_text(arena, diags);
	cr_expect_not_null(strstr(said, message), "%s\nis not\n%s", said, message);
}

Test(data_organisations_read, reads_what_a_body_is_and_when)
{
	const struct reference *list =
		list_of("Q1,E1;E2,One Board,One,icb,icb,Y1,2022-07-01,2026-03-31,Q2,verified,\n"
			"Q2,,Two Board,,icb,icb,Y1,2026-04-01,,,,\nY1,,North,,region,,,,,,,\n");
	const struct known_organisation *one = known_organisation_find(list, "E2");

	cr_expect_eq(diag_count(diags), 0, "%s", messages_text(arena, diags));
	cr_assert_not_null(one);
	cr_expect_str_eq(one->code, "Q1");
	cr_expect_str_eq(one->kind, "icb");
	cr_expect_eq(date_compare(one->valid_to, (struct date){ 2026, 3, 31 }), 0);
	cr_expect_str_eq(one->successors, "Q2");
	cr_expect_str_eq(known_organisation_find(list, "Q2")->short_name, "Two Board");
	cr_expect_eq(known_organisation_find(list, "Q2")->valid_to.year, 0);
}

Test(data_organisations_read, refuses_what_cannot_be_meant)
{
	expect_refused("Q1,,One,,icbs,icb,,,,,,\n", "kind=\"icbs\" is not known");
	expect_refused("Q1,,One,,icb,trust,,,,,,\n", "form=\"trust\" is not known");
	expect_refused("Q1,,One,,icb,icb,,01/04/2026,,,,\n", "is no date");
	expect_refused("Q1,,One,,icb,icb,,2026-04-01,2026-03-31,,,\n", "is before the day");
	expect_refused("Q1,,One,,icb,icb,Y9,,,,,\n", "within=\"Y9\" names a body that is not");
	expect_refused("Q1,,One,,icb,icb,,,,Q9,,\n", "successors=\"Q9\" names a body that is not");
	expect_refused("Q1,E1,One,,icb,icb,,,,,,\nQ2,E1,Two,,icb,icb,,,,,,\n",
		       "other_code=\"E1\" stands for two bodies");
}

/* The boards of 2022 and those of 2026, every trust with a kind but one that is not known. */
Test(data_organisations_read, has_the_bodies_of_the_health_service)
{
	struct reference *list = arena_alloc(arena, sizeof(*list));
	size_t boards = 0, closed = 0, opened = 0, regions = 0, trusts = 0, unknown = 0;

	organisations_read(arena, "inputs/reference", list, diags);
	cr_assert_eq(diag_count(diags), 0, "%s", messages_text(arena, diags));
	for (size_t i = 0; i < list->organisation_count; i++) {
		const struct known_organisation *body = &list->organisations[i];

		regions += strcmp(body->kind, "region") == 0;
		if (strcmp(body->confidence, "invented") == 0)
			continue;
		boards += strcmp(body->kind, "icb") == 0;
		closed += strcmp(body->kind, "icb") == 0 && body->valid_to.year == 2026;
		opened += strcmp(body->kind, "icb") == 0 && body->valid_from.year == 2026;
		trusts += strstr(body->form, "trust") != NULL;
		unknown += body->kind[0] == '\0';
	}
	cr_expect_eq(regions, 7);
	cr_expect_eq(boards, 48);
	cr_expect_eq(closed, 12);
	cr_expect_eq(opened, 6);
	cr_expect_eq(trusts, 208);
	cr_expect_eq(unknown, 1);
}
