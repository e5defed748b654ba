/* Boxes. */

#include "scene/geometry.h"

#include <criterion/criterion.h>

Test(geometry, joins_boxes_to_the_smallest_that_holds_both)
{
	struct box box = box_union((struct box){ 10, 20, 5, 5 }, (struct box){ 0, 22, 12, 10 });

	cr_expect_eq(box.x, 0);
	cr_expect_eq(box.y, 20);
	cr_expect_eq(box.width, 15);
	cr_expect_eq(box.height, 12);
}

Test(geometry, finds_overlap_only_when_boxes_share_room_in_both_directions)
{
	struct box box = { 10, 10, 20, 20 };

	cr_expect(box_overlaps(box, (struct box){ 25, 25, 20, 20 }, 0));
	cr_expect(box_overlaps(box, (struct box){ 12, 12, 2, 2 }, 0));
	/* Touching is no overlap. */
	cr_expect_not(box_overlaps(box, (struct box){ 30, 10, 5, 5 }, 0));
	cr_expect_not(box_overlaps(box, (struct box){ 10, 30, 5, 5 }, 0));
	cr_expect_not(box_overlaps(box, (struct box){ 40, 12, 5, 5 }, 0));
	cr_expect_not(box_overlaps(box, (struct box){ 12, 40, 5, 5 }, 0));
}

Test(geometry, lets_boxes_share_as_much_as_the_slack)
{
	struct box box = { 0, 0, 10, 10 }, beside = { 9, 0, 10, 10 }, below = { 0, 9, 10, 10 };

	cr_expect(box_overlaps(box, beside, 0.9));
	cr_expect_not(box_overlaps(box, beside, 1.1));
	cr_expect(box_overlaps(box, below, 0.9));
	cr_expect_not(box_overlaps(box, below, 1.1));
}

Test(geometry, tells_what_lies_inside_on_every_side)
{
	struct box outer = { 10, 10, 20, 20 };

	cr_expect(box_contains(outer, outer, 0));
	cr_expect(box_contains(outer, (struct box){ 15, 15, 5, 5 }, 0));
	cr_expect_not(box_contains(outer, (struct box){ 9, 15, 5, 5 }, 0.5));
	cr_expect_not(box_contains(outer, (struct box){ 15, 9, 5, 5 }, 0.5));
	cr_expect_not(box_contains(outer, (struct box){ 26, 15, 5, 5 }, 0.5));
	cr_expect_not(box_contains(outer, (struct box){ 15, 26, 5, 5 }, 0.5));
	cr_expect(box_contains(outer, (struct box){ 9, 9, 22, 22 }, 1));
}
