"""Why a file of another desk was not taken: one name for each reason, what it means, what is safe, what to do.

Every one is a ``BundleRejected``: nothing of the file was taken.
"""

from typing import ClassVar

from desk_app.kernel.errors import BundleRejected

_ASK_AGAIN = "Chưa nhận gì; dữ liệu của máy này vẫn nguyên. Hãy xin máy gửi chép lại tệp."
_SUSPICIOUS = "Chưa nhận gì và đã ghi cảnh báo. Hãy gọi cho người gửi; chưa rõ thì báo quản trị."


class Rejected(BundleRejected):
    """A file was not taken; ``alarming`` when it cannot come from a mishap in an honest office."""

    code_: ClassVar[str]
    words: ClassVar[str]
    help: ClassVar[str]
    alarming: ClassVar[bool] = False

    def __init__(self, **about: object) -> None:
        super().__init__(self.code_, self.words.format(**about), self.help.format(**about))


class NotABundle(Rejected):
    """Some other file."""

    code_ = "sync.not_a_bundle"
    words = "Tệp «{file}» không phải là gói dữ liệu của chương trình."
    help = "Chưa nhận gì. Hãy chọn tệp có đuôi .tar do quầy khác hoặc tuyến trên gửi."


class Truncated(Rejected):
    """The end is missing: the stick was pulled, or the copy was cut off."""

    code_ = "sync.truncated"
    words = "Gói «{file}» bị thiếu phần cuối: lúc chép đã bị ngắt."
    help = _ASK_AGAIN


class Trailing(Rejected):
    """Something stands behind the end."""

    code_ = "sync.trailing"
    words = "Gói «{file}» có thêm phần lạ ở sau."
    help = _SUSPICIOUS
    alarming = True


class ArchiveChanged(Rejected):
    """The wrapping (tar headers, padding) is not as it was written."""

    code_ = "sync.archive_changed"
    words = "Vỏ của gói «{file}» không còn như lúc gửi: tệp bị hỏng hoặc bị sửa."
    help = _ASK_AGAIN
    alarming = True


class CoverChanged(Rejected):
    """Cover and signature do not belong together."""

    code_ = "sync.cover_changed"
    words = "Tờ bìa của gói «{file}» không khớp chữ ký: tệp bị hỏng hoặc bị sửa."
    help = _ASK_AGAIN
    alarming = True


class PayloadChanged(Rejected):
    """What is inside is not what the cover was signed for."""

    code_ = "sync.payload_changed"
    words = "Nội dung gói «{file}» không khớp tờ bìa đã ký: tệp bị hỏng, bị sửa hoặc bị ghép."
    help = _ASK_AGAIN
    alarming = True


class UnknownDesk(Rejected):
    """Nobody let this desk in."""

    code_ = "sync.unknown_desk"
    words = "Máy gửi {desk} chưa được ghi nhận ở đây."
    help = "Chưa nhận gì. Hãy ghi danh máy đó trước: «desk sync request» ở máy đó, «desk sync grant» ở đây."


class ForeignKey(Rejected):
    """Signed by a key that is not the desk's: an impostor, or a rotation never heard of."""

    code_ = "sync.foreign_key"
    words = "Gói ghi là của máy {desk} nhưng ký bằng khóa khác: có người mạo danh, hoặc máy đó đã đổi khóa."
    help = _SUSPICIOUS
    alarming = True


class RevokedKey(Rejected):
    """The key was taken back."""

    code_ = "sync.revoked_key"
    words = "Khóa của máy {desk} đã bị thu hồi: {reason}."
    help = "Chưa nhận gì và đã ghi cảnh báo. Nếu máy vẫn đang dùng đúng chỗ, hãy ghi danh lại."
    alarming = True


class NotForUs(Rejected):
    """Sealed to others."""

    code_ = "sync.not_for_us"
    words = "Gói «{file}» không gửi cho máy này nên không mở được."
    help = "Chưa nhận gì. Hãy đưa tệp đến đúng máy nhận, hoặc xin gói gửi cho máy này."


class Newer(Rejected):
    """Written by a newer program; the file is kept aside."""

    code_ = "sync.newer"
    words = "Gói «{file}» do phiên bản chương trình mới hơn ghi ({what})."
    help = (
        "Chưa nhận gì; gói được cất riêng, không mất. Hãy nâng cấp tuyến trên trước, rồi «desk sync import --parked»."
    )


class NewerFormat(Rejected):
    """Of a format that only a newer program can judge: not even its writer is known for certain."""

    code_ = "sync.newer"
    words = "Gói «{file}» theo định dạng {format} của phiên bản chương trình mới hơn."
    help = "Chưa nhận gì. Hãy giữ tệp này, nâng cấp tuyến trên trước, rồi nhận lại."


class Older(Rejected):
    """Written by a program too old to be read."""

    code_ = "sync.older"
    words = "Gói «{file}» do phiên bản chương trình quá cũ ghi."
    help = "Chưa nhận gì. Hãy nâng cấp chương trình ở máy gửi rồi gửi lại."


class OtherKind(Rejected):
    """A file of sync, yet of another kind than asked for."""

    code_ = "sync.other_kind"
    words = "Tệp «{file}» là {found}, không phải {wanted}."
    help = "Chưa nhận gì. Hãy chọn đúng tệp, hoặc dùng đúng lệnh cho loại tệp này."


class TooBig(Rejected):
    """Larger than anything honest."""

    code_ = "sync.too_big"
    words = "Gói «{file}» lớn quá mức: {what}."
    help = _SUSPICIOUS
    alarming = True


class Bomb(Rejected):
    """Swells beyond what its cover says."""

    code_ = "sync.bomb"
    words = "Gói «{file}» khi mở ra phình to quá mức đã ghi ở tờ bìa: có thể là bẫy làm đầy máy."
    help = _SUSPICIOUS
    alarming = True


class BadContent(Rejected):
    """Signed by the right desk, and yet not what it must be."""

    code_ = "sync.content"
    words = "Nội dung gói «{file}» không đúng mẫu: {what}."
    help = _SUSPICIOUS
    alarming = True


class BadCounts(Rejected):
    """Other entries than the cover counts."""

    code_ = "sync.counts"
    words = "Gói «{file}» chứa số bút toán khác với tờ bìa: {what}."
    help = _SUSPICIOUS
    alarming = True


class BadChain(Rejected):
    """The entries do not make the chain that the cover names."""

    code_ = "sync.chain"
    words = "Bút toán của máy {desk} trong gói không nối thành chuỗi như tờ bìa ghi: bị sửa hoặc bị ghép."
    help = _SUSPICIOUS
    alarming = True


class StaleAcknowledgement(Rejected):
    """An acknowledgement that is not newer than what was taken before."""

    code_ = "sync.stale_acknowledgement"
    words = "Báo nhận số {number} không mới hơn số {last} đã có."
    help = "Không đổi gì. Nếu tuyến trên vừa gửi, hãy xin báo nhận mới nhất."


class ForeignAcknowledgement(Rejected):
    """An acknowledgement of a chain that is not this desk's own."""

    code_ = "sync.foreign_acknowledgement"
    words = "Báo nhận nói về bút toán {seq} khác với bút toán cùng số của máy này: dữ liệu một bên bị sao chép hoặc phục hồi sai."
    help = "Không đổi gì và đã ghi cảnh báo. Hãy báo quản trị trước khi gửi tiếp."
    alarming = True


class AcknowledgementAhead(Rejected):
    """The other side holds more of this desk's own entries than the desk itself."""

    code_ = "sync.acknowledgement_ahead"
    words = "Tuyến trên đã giữ đến bút toán {seq} của máy này, ở đây chỉ còn đến {own}: máy này đã mất bút toán."
    help = "Không đổi gì và đã ghi cảnh báo. Hãy xin tuyến trên gói lịch sử của máy này rồi nhận vào."
    alarming = True


class WrongReceiver(Rejected):
    """Written for another desk."""

    code_ = "sync.wrong_receiver"
    words = "Tệp «{file}» viết cho máy {desk}, không phải cho máy này."
    help = "Không đổi gì. Hãy đưa tệp đến đúng máy."


class BadEnrolment(Rejected):
    """A request or grant that is no longer what its writer signed."""

    code_ = "sync.enrolment"
    words = "Tệp ghi danh «{file}» bị hỏng, bị sửa, hoặc không phải tệp ghi danh."
    help = "Chưa ghi nhận gì. Hãy xin lại tệp."


class BadEscrow(Rejected):
    """Keys under the recovery key that are no longer what was sealed."""

    code_ = "sync.escrow"
    words = "Khóa gửi giữ của «{desk}» bị hỏng hoặc không phải tệp khóa gửi giữ."
    help = "Chưa đổi gì. Lấy lại tệp desk.recovery từ bản sao lưu, hoặc xin tuyến trên: «desk sync recovery file»."
