import Testing

@testable import Credentials

@Suite("Codes from an authenticator app")
struct TOTPTests {
    private let now: Int64 = 1_234_567_890_000

    private func rfcSecret() throws -> TOTPSecret {
        try #require(TOTPSecret(bytes: Array("12345678901234567890".utf8)))
    }

    @Test(
        "The examples of RFC 6238, SHA-1",
        arguments: [
            (Int64(59), UInt32(94_287_082)), (1_111_111_109, 7_081_804), (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924), (2_000_000_000, 69_279_037), (20_000_000_000, 65_353_130),
        ])
    func rfc6238(seconds: Int64, eightDigits: UInt32) throws {
        let secret = try rfcSecret()
        let step = TOTP.step(at: seconds * 1_000)
        #expect(TOTP.truncated(secret: secret, step: step) % 100_000_000 == eightDigits)
        let six = String(eightDigits % 1_000_000 + 1_000_000).dropFirst()
        #expect(TOTP.code(secret: secret, step: step) == six)
    }

    @Test(
        "The examples of RFC 4226",
        arguments: zip(
            Int64(0)...9,
            [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
            ]))
    func rfc4226(step: Int64, code: String) throws {
        #expect(try TOTP.code(secret: rfcSecret(), step: step) == code)
    }

    @Test("A code is taken one step early, on time, and one step late, and no further off", arguments: Int64(-3)...3)
    func window(offset: Int64) throws {
        let secret = try rfcSecret()
        let step = TOTP.step(at: now) + offset
        let accepted = TOTP.stepAccepting(
            TOTP.code(secret: secret, step: step), secret: secret, now: now, lastUsedStep: nil)
        #expect(accepted == (abs(offset) <= 1 ? step : nil))
    }

    @Test("A step is accepted once, and none before it afterwards")
    func once() throws {
        let secret = try rfcSecret()
        let step = TOTP.step(at: now)
        let code = TOTP.code(secret: secret, step: step)
        let used = TOTP.stepAccepting(code, secret: secret, now: now, lastUsedStep: step - 5)
        #expect(used == step)
        #expect(TOTP.stepAccepting(code, secret: secret, now: now, lastUsedStep: used) == nil)
        let earlier = TOTP.code(secret: secret, step: step - 1)
        #expect(TOTP.stepAccepting(earlier, secret: secret, now: now, lastUsedStep: used) == nil)
        let later = TOTP.code(secret: secret, step: step + 1)
        #expect(TOTP.stepAccepting(later, secret: secret, now: now, lastUsedStep: used) == step + 1)
    }

    @Test("Spaces are let pass; anything else that is not the code is not")
    func typed() throws {
        let secret = try rfcSecret()
        let accepts = { (code: String) in
            TOTP.stepAccepting(code, secret: secret, now: now, lastUsedStep: nil) != nil
        }
        #expect(accepts("005924"))
        #expect(accepts(" 005 924 "))
        for wrong in ["005925", "5924", "0005924", "89005924", "", "００５９２４", "005924a"] {
            #expect(!accepts(wrong), "\(wrong)")
        }
    }

    @Test("Instants before 1970 do not trap")
    func beforeTime() throws {
        #expect(try TOTP.stepAccepting("000000", secret: rfcSecret(), now: -90_000, lastUsedStep: nil) == nil)
        #expect(try TOTP.stepAccepting("755224", secret: rfcSecret(), now: 0, lastUsedStep: nil) == 0)
    }

    @Test("The secret can be typed in, or opened as a link that keeps odd characters apart")
    func shared() throws {
        let secret = try rfcSecret()
        #expect(secret.textToType == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            secret.link(issuer: "Throughcare Demo", account: "b&é:x@agency.example")
                == "otpauth://totp/Throughcare%20Demo:b%26%C3%A9%3Ax%40agency.example"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Throughcare%20Demo&algorithm=SHA1&digits=6&period=30"
        )
    }

    @Test("Fresh secrets have 160 bits and differ; printing one says nothing")
    func fresh() throws {
        let random = RandomSource.seeded(3)
        let secret = TOTPSecret.fresh(random)
        #expect(secret.bytes.count == 20)
        #expect(secret != TOTPSecret.fresh(random))
        #expect("\(secret)" == "TOTPSecret(hidden)")
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(!dumped.contains("bytes"))
        #expect(TOTPSecret(bytes: [UInt8](repeating: 1, count: 15)) == nil)
    }
}
