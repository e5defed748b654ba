/* Published populations on published outlines: every board has its place. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/fixture.h"
#include "support/real.h"

TestSuite(real_places, .init = fixture_set_up, .fini = fixture_tear_down);

enum { BOARDS = 42 };

Test(real_places, all_boards_stand_on_the_map_among_the_tiles_and_among_their_peers)
{
	struct real_run run;
	const char *text;

	real_file(arena, "boundaries/icb22_ultra_generalised.geojson");
	real_file(arena, "population/icb22_imd2019_quintile_age_mid2020.csv");
	run = real_build(arena, "tests/real/places.xml", NULL, "dump");
	real_succeeded(&run, "the boards on a map");
	text = file_text(arena, arena_printf(arena, "%s/places.scene", run.output), NULL);
	cr_assert_not_null(text);
	/* On the map and as tiles; the own one has a border of its own on the map. */
	cr_assert_eq(real_count(text, " place ["), 2 * BOARDS);
	cr_assert_eq(real_count(text, "own-place ["), 1);
	cr_assert_eq(real_count(text, "fill-even-odd"), BOARDS);
	/* By the codes of statistics in the outlines and those of the NHS in the data. */
	cr_assert_eq(real_count(text, "Not on the map"), 0);
	cr_assert_geq(real_count(text, "Cheshire and Merseyside"), 1);
	real_run_free(&run);
}
