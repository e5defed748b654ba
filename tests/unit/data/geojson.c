/* Outlines of places, and what is said of files that have none. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "data/geojson.h"
#include "support/fixture.h"
#include "support/messages.h"
#include "support/real.h"

static struct map_file map;

static void set_up(void)
{
	fixture_set_up();
	map = (struct map_file){ .href = "m", .key = "code" };
}

TestSuite(geojson, .init = set_up, .fini = fixture_tear_down);

static bool read_text(const char *text)
{
	return geojson_read(arena, source_of_text(arena, "m.geojson", text, strlen(text)), &map,
			    diags);
}

#define FEATURES(text) "{\"type\":\"FeatureCollection\",\"features\":[\n" text "\n]}"
#define FEATURE(code, type, coordinates)                                                           \
	"{\"type\":\"Feature\",\"properties\":{\"code\":" code "},\"geometry\":{\"type\":\"" type  \
	"\",\"coordinates\":" coordinates "}}"

static const char square[] =
	FEATURES(FEATURE("\"A\"", "Polygon", "[[[0,50],[1,50],[1,51],[0,51],[0,50]]]"));

Test(geojson, a_ring_is_kept_without_its_last_point_which_is_the_first_again)
{
	cr_assert(read_text(square));
	cr_assert_eq(map.count, 1);
	cr_assert_str_eq(map.shapes[0].code, "A");
	cr_assert_eq(map.shapes[0].ring_count, 1);
	cr_assert_eq(map.shapes[0].rings[0].count, 4);
	cr_assert_float_eq(map.shapes[0].rings[0].points[2].y, 51, 0);
	cr_assert(map.degrees);
}

Test(geojson, holes_and_islands_are_rings_of_one_place)
{
	cr_assert(read_text(
		FEATURES(FEATURE("7", "MultiPolygon",
				 "[[[[0,50],[4,50],[4,54],[0,50]],[[2,51],[3,51],[3,52],[2,51]]],"
				 "[[[8,50],[9,50],[9,51],[8,50]]]]"))));
	cr_assert_str_eq(map.shapes[0].code, "7", "whole numbers are codes, too");
	cr_assert_eq(map.shapes[0].ring_count, 3);
}

Test(geojson, numbers_beyond_degrees_are_metres_of_the_grid)
{
	cr_assert(read_text(FEATURES(
		FEATURE("\"A\"", "Polygon",
			"[[[400000,300000],[410000,300000],[410000,310000],[400000,300000]]]"))));
	cr_assert_not(map.degrees);
}

Test(geojson, a_place_without_geometry_is_left_out)
{
	cr_assert(read_text(FEATURES("{\"type\":\"Feature\",\"properties\":{\"code\":\"Z\"},"
				     "\"geometry\":null}")));
	cr_assert_eq(map.count, 0);
}

/* A file and what has to be said of it. */
static void expect(const char *text, const char *id, const char *words)
{
	const char *said;

	cr_assert_not(read_text(text));
	said = messages_text(arena, diags);
	cr_assert(strstr(said, id) != NULL && strstr(said, words) != NULL, "%s", said);
}

Test(geojson, a_file_that_is_cut_off_is_told_with_its_line)
{
	expect("{\"type\":\"FeatureCollection\",\n\"features\":[\n{\"type\":", "DAT94",
	       "m.geojson:3");
}

Test(geojson, what_is_no_json_is_told)
{
	expect("code,name\nA,B\n", "DAT94", "m.geojson:1");
}

Test(geojson, a_collection_without_features_is_told)
{
	expect("{\"type\":\"FeatureCollection\"}", "DAT94", "features");
}

Test(geojson, points_and_lines_are_no_outlines)
{
	expect(FEATURES(FEATURE("\"A\"", "LineString", "[[0,50],[1,50]]")), "DAT94", "LineString");
}

Test(geojson, a_missing_key_is_told_with_the_line_of_its_feature_and_what_there_is)
{
	map.key = "ICB22CD";
	expect(square, "DAT95", "m.geojson:2");
	cr_assert_not_null(strstr(messages_text(arena, diags), "its properties are: code"));
}

Test(geojson, coordinates_that_are_nowhere_are_told)
{
	expect(FEATURES(FEATURE("\"A\"", "Polygon", "[[[500,-50],[1,50],[1,51],[500,-50]]]")),
	       "DAT97", "500, -50");
}

Test(geojson, coordinates_without_end_are_no_numbers)
{
	expect(FEATURES(FEATURE("\"A\"", "Polygon", "[[[1e999,50],[1,50],[1,51],[0,50]]]")),
	       "DAT94", "m.geojson:2");
}

Test(geojson, words_in_place_of_coordinates_are_told)
{
	expect(FEATURES(FEATURE("\"A\"", "Polygon", "[[[\"NaN\",50],[1,50],[1,51],[0,50]]]")),
	       "DAT97", "m.geojson:2");
}

Test(geojson, a_ring_of_two_points_encloses_nothing)
{
	expect(FEATURES(FEATURE("\"A\"", "Polygon", "[[[0,50],[1,50],[0,50]]]")), "DAT97",
	       "four positions");
}

Test(geojson, another_reference_system_is_refused)
{
	expect("{\"crs\":{\"properties\":{\"name\":\"EPSG:3857\"}},\"features\":[{}]}", "DAT97",
	       "3857");
}

Test(geojson, published_files_are_read_whole)
{
	static const struct {
		const char *file, *key;
		size_t places;
	} files[] = {
		{ "boundaries/icb22_ultra_generalised.geojson", "code", 42 },
		{ "boundaries/ltla24_england_generalised.geojson", "code", 296 },
		{ "boundaries/icb23_super_generalised.geojson.gz", "ICB23CD", 42 },
		{ "boundaries/nhs_regions24_super_generalised.geojson.gz", "NHSER24CD", 7 },
		{ "boundaries/regions23_ultra_generalised.geojson.gz", "RGN23CD", 9 },
	};

	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		const char *path = real_file(arena, files[i].file);
		struct source *source =
			source_read(arena, path, files[i].file, (struct location){ 0 },
				    DIAG_DATA_UNREADABLE, diags);

		map = (struct map_file){ .href = files[i].file, .key = files[i].key };
		cr_assert(geojson_read(arena, source, &map, diags), "%s",
			  messages_text(arena, diags));
		cr_assert_eq(map.count, files[i].places, "%s", files[i].file);
		cr_assert(map.degrees);
	}
}
