#include "chart/labels.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "support/labels.h"
#include "support/suite_look.h"
#include "support/trials.h"
#include "support/vectors_random.h"

enum { DRAWS = TRIALS(400), LABELS_MOST = 14, MARKS_MOST = 60, LETTERS_MOST = 60 };

static const double width = 320, height = 220, clear = 3;
static struct canvas canvas;

static void set_up(void)
{
	suite_look_load();
	canvas = suite_canvas(width, height);
}

TestSuite(labels, .init = set_up, .fini = suite_look_free);

static struct point_label label_of(const char *text, double x, double y)
{
	return (struct point_label){ .text = text,
				     .font = canvas.text,
				     .colour = COLOUR_TEXT,
				     .part = PART_GROUP_LABEL,
				     .at = { x, y },
				     .clear = clear };
}

static struct labels_room whole(const struct obstacles *obstacles)
{
	return (struct labels_room){ .within = { 0, 0, width, height }, .obstacles = obstacles };
}

static double right_of(struct box box)
{
	return box.x + box.width;
}

/* Words of two to nine letters. */
static const char *random_text(struct vectors_random *random)
{
	size_t length = (size_t)vectors_random_between(random, 1, LETTERS_MOST + 1), word = 0;
	char *text = arena_alloc(arena, length + 1);

	for (size_t i = 0; i < length; i++) {
		bool blank = word > 1 && i + 1 < length &&
			     (word > 8 || vectors_random_between(random, 0, 1) < 0.2);

		text[i] = blank ? ' ' : (char)('a' + (int)vectors_random_between(random, 0, 26));
		word = blank ? 0 : word + 1;
	}
	return text;
}

/* Points at random, some of them named, all with marks. */
static size_t random_labels(struct vectors_random *random, struct point_label *labels,
			    struct obstacles *obstacles)
{
	size_t count = (size_t)vectors_random_between(random, 1, LABELS_MOST + 1);
	size_t marks = (size_t)vectors_random_between(random, 0, MARKS_MOST);

	for (size_t i = 0; i < count; i++)
		labels[i] = label_of(random_text(random), vectors_random_between(random, 4, 316),
				     vectors_random_between(random, 4, 216));
	for (size_t i = 0; i < marks; i++)
		obstacles_add_mark(arena, obstacles,
				   (struct point){ vectors_random_between(random, 4, 316),
						   vectors_random_between(random, 4, 216) },
				   clear);
	return count;
}

Test(labels, stands_at_the_right_of_a_point_that_has_room)
{
	struct point_label label = label_of("Derby", 100, 100);

	cr_assert_eq(labels_place(&canvas, &label, 1, whole(NULL)), 0);
	cr_expect(label.placed);
	cr_expect_not(label.has_leader);
	cr_expect_float_eq(label.box.x, 100 + clear + 3, 0.01);
	cr_expect_float_eq(label.box.y + label.box.height / 2, 100, 0.01);
}

Test(labels, stands_at_the_left_where_the_panel_ends)
{
	struct point_label label = label_of("Derby", width - 10, 100);

	cr_assert_eq(labels_place(&canvas, &label, 1, whole(NULL)), 0);
	cr_expect_lt(right_of(label.box), width - 10);
}

Test(labels, moves_away_on_a_leader_from_a_crowd_of_marks)
{
	struct point_label label = label_of("Derby", 100, 100);
	struct obstacles obstacles = { 0 };

	obstacles_add_box(arena, &obstacles, (struct box){ 60, 80, 80, 40 });
	cr_assert_eq(labels_place(&canvas, &label, 1, whole(&obstacles)), 0);
	cr_expect(label.has_leader);
	cr_expect_not(box_overlaps(label.box, obstacles.boxes[0], 0));
	cr_expect(label.leader.to.y < 80 || label.leader.to.y > 120 || label.leader.to.x < 60 ||
		  label.leader.to.x > 140);
}

Test(labels, crosses_a_line_when_there_is_no_other_place)
{
	struct point_label label = label_of("Derby", 100, 100);
	struct obstacles obstacles = { 0 };

	for (int y = 0; y <= 220; y += 10)
		obstacles_add_line(arena, &obstacles, (struct point){ 0, y },
				   (struct point){ width, y });
	cr_expect_eq(labels_place(&canvas, &label, 1, whole(&obstacles)), 0);
}

Test(labels, avoids_a_line_where_it_can)
{
	struct point_label label = label_of("Derby", 100, 100);
	struct obstacles obstacles = { 0 };

	obstacles_add_line(arena, &obstacles, (struct point){ 0, 100 },
			   (struct point){ width, 100 });
	cr_assert_eq(labels_place(&canvas, &label, 1, whole(&obstacles)), 0);
	cr_expect_not(obstacles_cross_box(&obstacles, label.box));
}

Test(labels, leaves_out_what_has_no_place)
{
	struct point_label labels[] = { label_of("Derby", 100, 100), label_of("Derby", 20, 20) };
	struct obstacles obstacles = { 0 };

	obstacles_add_box(arena, &obstacles, (struct box){ 0, 40, width, height - 40 });
	obstacles_add_box(arena, &obstacles, (struct box){ 40, 0, width - 40, height });
	cr_assert_eq(labels_place(&canvas, labels, 2, whole(&obstacles)), 1);
	cr_expect_neq(labels[0].placed, labels[1].placed);
}

Test(labels, breaks_a_long_name_into_lines)
{
	struct point_label label =
		label_of("Chesterfield Royal Hospital NHS Foundation Trust", 100, 100);

	labels_place(&canvas, &label, 1,
		     (struct labels_room){ .within = { 0, 0, width, height }, .most_width = 90 });
	cr_assert(label.placed);
	cr_expect_gt(label.paragraph->count, 1);
	cr_expect_leq(label.box.width, 90.1);
}

static const char *leader_fault(const struct point_label *labels, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++)
			if (labels[i].placed && labels[j].placed && labels[i].has_leader &&
			    line_meets_box(labels[i].leader, labels[j].box))
				return arena_printf(arena,
						    "the leader of \"%s\" runs through \"%s\"",
						    labels[i].text, labels[j].text);
	return NULL;
}

static const char *mark_fault(const struct point_label *labels, size_t count,
			      const struct obstacles *obstacles)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; labels[i].placed && j < obstacles->box_count; j++)
			if (box_overlaps(labels[i].box, obstacles->boxes[j], 0))
				return arena_printf(arena, "\"%s\" stands on a mark",
						    labels[i].text);
	return NULL;
}

Test(labels, never_touch_each_other_nor_a_mark_nor_leave_the_panel)
{
	struct vectors_random random = { 17 };
	size_t placed = 0, wanted = 0;

	for (int draw = 0; draw < DRAWS; draw++) {
		struct point_label labels[LABELS_MOST + 1];
		struct obstacles obstacles = { 0 };
		size_t count = random_labels(&random, labels, &obstacles);
		size_t left_out = labels_place(&canvas, labels, count, whole(&obstacles));
		struct labels words;
		const char *fault;

		canvas.scene = scene_new(arena, width, height);
		labels_draw(&canvas, labels, count);
		words = labels_of(&look, canvas.scene);
		fault = labels_overlap(&look, &words);
		cr_assert_null(fault, "draw %d: %s", draw, fault);
		fault = labels_outside(&look, &words, (struct box){ 0, 0, width, height });
		cr_assert_null(fault, "draw %d: %s", draw, fault);
		fault = mark_fault(labels, count, &obstacles);
		cr_assert_null(fault, "draw %d: %s", draw, fault);
		fault = leader_fault(labels, count);
		cr_assert_null(fault, "draw %d: %s", draw, fault);
		wanted += count;
		placed += count - left_out;
	}
	cr_expect_geq((double)placed, 0.75 * (double)wanted, "only %zu of %zu are placed", placed,
		      wanted);
}

Test(labels, stand_at_the_same_places_every_time)
{
	struct vectors_random random = { 23 };
	struct point_label first[LABELS_MOST + 1], second[LABELS_MOST + 1];
	struct obstacles obstacles = { 0 };
	size_t count = random_labels(&random, first, &obstacles);

	memcpy(second, first, sizeof(first));
	labels_place(&canvas, first, count, whole(&obstacles));
	labels_place(&canvas, second, count, whole(&obstacles));
	for (size_t i = 0; i < count; i++) {
		cr_assert_eq(first[i].placed, second[i].placed);
		if (first[i].placed)
			cr_expect_eq(memcmp(&first[i].box, &second[i].box, sizeof(first[i].box)),
				     0);
	}
}
