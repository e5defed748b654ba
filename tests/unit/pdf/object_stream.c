#include "pdf/object_stream.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support/fixture.h"

TestSuite(pdf_object_stream, .init = fixture_set_up, .fini = fixture_tear_down);

static void check_slice(struct pdf_slice slice, const char *wanted)
{
	cr_expect(slice.length == strlen(wanted) && memcmp(slice.bytes, wanted, slice.length) == 0,
		  "\"%.*s\" instead of \"%s\"", (int)slice.length, slice.bytes, wanted);
}

Test(pdf_object_stream, gives_objects_by_place_and_number)
{
	struct pdf_object_stream stream;

	cr_assert(pdf_object_stream_read(arena, pdf_text("<</Type/ObjStm/N 3/First 15>>"),
					 pdf_text("11 0 12 4 13 9 (a) <<>> [1 2"), &stream));
	check_slice(pdf_object_stream_value(&stream, 0, 11), "(a)");
	check_slice(pdf_object_stream_value(&stream, 1, 12), "<<>>");
	check_slice(pdf_object_stream_value(&stream, 2, 13), "");
	check_slice(pdf_object_stream_value(&stream, 0, 12), "");
	check_slice(pdf_object_stream_value(&stream, 3, 14), "");
}

Test(pdf_object_stream, reads_one_without_objects)
{
	struct pdf_object_stream stream;

	cr_assert(pdf_object_stream_read(arena, pdf_text("<</Type/ObjStm/N 0/First 0>>"),
					 pdf_text(""), &stream));
	check_slice(pdf_object_stream_value(&stream, 0, 0), "");
}

Test(pdf_object_stream, refuses_heads_that_are_damaged)
{
	static const struct {
		const char *dictionary, *text;
	} damaged[] = {
		{ "<</Type/XObject/N 1/First 4>>", "1 0 (a)" },
		{ "<</Type/ObjStm/N 1>>", "1 0 (a)" },
		{ "<</Type/ObjStm/First 4>>", "1 0 (a)" },
		{ "<</Type/ObjStm/N 1/First 99>>", "1 0 (a)" },
		{ "<</Type/ObjStm/N 2/First 4>>", "1 0 (a)" },
		{ "<</Type/ObjStm/N 99999999/First 4>>", "1 0 (a)" },
		{ "<</Type/ObjStm/N -1/First 4>>", "1 0 (a)" },
		{ "<</Type/ObjStm/N 1/First 4>>", "1 4 (a)" },
		{ "<</Type/ObjStm/N 1/First 5>>", "1 -1 (a)" },
		{ "<</Type/ObjStm/N 1/First 4>>", "a 0 (a)" },
	};
	struct pdf_object_stream stream;

	for (size_t i = 0; i < sizeof(damaged) / sizeof(*damaged); i++)
		cr_expect_not(pdf_object_stream_read(arena, pdf_text(damaged[i].dictionary),
						     pdf_text(damaged[i].text), &stream),
			      "%s", damaged[i].dictionary);
}
