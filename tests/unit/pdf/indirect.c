#include "pdf/indirect.h"

#include <criterion/criterion.h>
#include <string.h>

Test(pdf_indirect, reads_an_object_and_its_stream)
{
	static const char text[] = "junk 12 3 obj <</A 1>> stream\nq Q\nendstream endobj";
	struct pdf_indirect object;
	struct pdf_slice packed;

	cr_assert(pdf_indirect_at(pdf_text(text), 4, &object));
	cr_expect_eq(object.number, 12);
	cr_expect_eq(object.generation, 3);
	cr_expect_eq(strncmp(object.value.bytes, "<</A 1>>", object.value.length), 0);
	cr_assert(pdf_indirect_has_stream(&object));
	cr_assert(pdf_indirect_stream(&object, 3, &packed));
	cr_expect_eq(strncmp(packed.bytes, "q Q", packed.length), 0);
	cr_expect_not(pdf_indirect_stream(&object, 2, &packed));
	cr_expect_not(pdf_indirect_stream(&object, 1000, &packed));
}

Test(pdf_indirect, finds_no_object_where_none_stands)
{
	static const char *const texts[] = { "",
					     "12",
					     "12 0",
					     "12 0 obj",
					     "12 0 object 1",
					     "12 65536 obj 1",
					     "8388608 0 obj 1",
					     "-1 0 obj 1",
					     "obj 1",
					     "12 0 obj <<",
					     "12 0 R" };
	struct pdf_indirect object;

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		cr_expect_not(pdf_indirect_at(pdf_text(texts[i]), 0, &object), "%s", texts[i]);
	cr_expect_not(pdf_indirect_at(pdf_text("1 0 obj 1"), 9, &object));
	cr_expect_not(pdf_indirect_at(pdf_text("1 0 obj 1"), (size_t)-1, &object));
}

Test(pdf_indirect, takes_no_stream_without_a_dictionary_or_the_end_of_a_line)
{
	static const char *const texts[] = { "1 0 obj 5 stream\nq\nendstream",
					     "1 0 obj <<>> stream q\nendstream",
					     "1 0 obj <<>> stream",
					     "1 0 obj <<>> stream\r",
					     "1 0 obj <<>> endobj",
					     "1 0 obj <<>> streams\n" };
	struct pdf_indirect object;

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		cr_assert(pdf_indirect_at(pdf_text(texts[i]), 0, &object), "%s", texts[i]);
		cr_expect_not(pdf_indirect_has_stream(&object), "%s", texts[i]);
	}
}
