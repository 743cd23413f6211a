"""Holds permits' codes and tokens against programs of others; see check-permit-codes."""

import base64
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import cv2
import jwt
import numpy
import zxingcpp
from cryptography.hazmat.primitives.asymmetric import ec

anju, golden = sys.argv[1], Path(sys.argv[2])
day = "2026-11-23"
link = "https://permit.xiongan.example/c/"
faults = []


def expect(what, holds):
    print(("  " if holds else "✘ ") + what)
    if not holds:
        faults.append(what)


def run(*arguments, text=None):
    return subprocess.run([anju, *arguments], capture_output=True, text=True, input=text)


def picture(svg, scale):
    """The drawing's path as a picture, each module so many pixels wide."""
    side = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    pixels = numpy.full((side, side), 255, numpy.uint8)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1H\d+z", svg):
        pixels[int(y), int(x) : int(x) + int(width)] = 0
    return numpy.kron(pixels, numpy.ones((scale, scale), numpy.uint8)), side


def photographed(image, blur, noise, turn):
    """As a phone sees paper: turned, out of focus, grey, grained."""
    height, width = image.shape
    canvas = cv2.copyMakeBorder(image, *[height // 4] * 4, cv2.BORDER_CONSTANT, value=255)
    height, width = canvas.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), turn, 1)
    canvas = cv2.warpAffine(canvas, matrix, (width, height), borderValue=255)
    canvas = cv2.GaussianBlur(canvas, (0, 0), blur).astype(numpy.float32) * 0.6 + 50
    grain = numpy.random.default_rng(1).normal(0, noise, canvas.shape)
    return numpy.clip(canvas + grain, 0, 255).astype(numpy.uint8)


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


token = (golden / "kept-permit.jwt").read_text().strip()
jwks = json.loads((golden / "kept-jwks.json").read_text())

print("codes")
svg = run("permit", "draw", str(golden / "kept-permit.jwt"), "--link", link, "--svg").stdout
plain, side = picture(svg, 6)
print(f"  {len(token)} characters, {len(link + token)} with the link, {side - 8} modules")
expect("zxing-cpp reads the drawing", zxingcpp.read_barcode(plain).text == link + token)
expect("OpenCV reads the drawing", cv2.QRCodeDetector().detectAndDecode(plain)[0] == link + token)
for scale, blur, noise, turn in [(6, 2, 8, 0), (6, 2, 8, 17), (4, 1.5, 8, 7), (3, 1, 6, 3)]:
    seen = zxingcpp.read_barcode(photographed(picture(svg, scale)[0], blur, noise, turn))
    name = f"zxing-cpp reads it at {scale} pixels a module, blurred {blur}, turned {turn}°"
    expect(name, seen is not None and seen.text == link + token)

print("tokens")
keys = {key["kid"]: jwt.PyJWK(key) for key in jwks["keys"]}
key = keys[jwt.get_unverified_header(token)["kid"]]
claims = jwt.decode(
    token, key, algorithms=["ES256"], issuer="xiongan", options={"verify_exp": False}
)
expect("PyJWT verifies a permit", claims["sub"] == "DEMO-100001-1")
listed = (golden / "kept-statuslist.jwt").read_text().strip()
claims = jwt.decode(
    listed, key, algorithms=["ES256"], issuer="xiongan", options={"verify_exp": False}
)
packed = claims["status_list"]["lst"]
places = zlib.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
status = [places[index // 4] >> index % 4 * 2 & 3 for index in (98, 99, 100)]
expect("PyJWT and zlib read a status list", status == [0, 2, 1] and len(places) == 262144)
for key in jwks["keys"]:
    text = json.dumps({name: key[name] for name in ("crv", "kty", "x", "y")}, separators=(",", ":"))
    thumbprint = encoded(hashlib.sha256(text.encode()).digest())
    expect("a key's name is its thumbprint", key["kid"] == thumbprint[:8])

with tempfile.TemporaryDirectory() as folder:
    private = ec.generate_private_key(ec.SECP256R1())
    public = json.loads(jwt.algorithms.ECAlgorithm.to_jwk(private.public_key()))
    text = json.dumps({name: public[name] for name in ("crv", "kty", "x", "y")}, separators=(",", ":"))
    public["kid"] = encoded(hashlib.sha256(text.encode()).digest())[:8]
    (Path(folder) / "jwks.json").write_text(json.dumps({"keys": [public]}))
    header = json.dumps({"alg": "ES256", "kid": public["kid"]}, separators=(",", ":"))
    payload = '{"iss":"xiongan","sub":"A-1","iat":1772380800,"exp":1804003200,"st":99}'
    signed = encoded(header.encode()) + "." + encoded(payload.encode())
    signature = jwt.algorithms.ECAlgorithm(jwt.algorithms.ECAlgorithm.SHA256).sign(
        signed.encode(), private
    )
    foreign = signed + "." + encoded(signature)
    told = run("verify", "permit", foreign, "--keys", f"{folder}/jwks.json", "--on", day)
    expect("anju reads a token that another program signed", told.returncode == 2)

print(f"{len(faults)} faults" if faults else "every code and token is read alike")
sys.exit(1 if faults else 0)
